package app.regulars.returning.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.Exchange;
import app.regulars.returning.Outcome;
import app.regulars.returning.ReturnDesk;
import app.regulars.returning.ReturnFile;
import app.regulars.returning.ReturnFilter;
import app.regulars.returning.ReturnNumber;
import app.regulars.returning.ReturnRow;
import app.regulars.returning.ReturnStatus;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Returns and complaints and, beside them, the one to work on. The address holds state, reason, age, search, page and selection. */
@Route("console/returns")
@Menu(title = "returning.desk.title", order = 2.5, icon = "return")
@RolesAllowed(Permissions.RETURNS_SEE)
class ReturnDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 60;
    private static final List<Integer> AGES = List.of(2, 7, 14);
    private static final Map<String, String> FIELDS = Map.of("why", "r-why", "condition", "r-condition", "restock", "r-restock", "remark", "r-remark", "amount", "r-amount",
            "outcome", "r-outcome", "note", "r-note");
    private static final Map<String, String> EXCHANGE_FIELDS = Map.of("sku", "r-sku", "pieces", "r-pieces", "replacement", "r-replacement");

    private final transient ReturnDesk desk;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final transient Clock clock;
    private final Fragment detail = new Fragment("return");
    private final Aside drawer = new Aside(detail);
    private String opened = "";
    private transient Exchange exchange;

    ReturnDeskView(ReturnDesk desk, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts, Shop shop, Clock clock, Templates templates) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
        addClassNames("page", "orders", "returns");
        drawer.addClassName("draw");
        add(drawer);
        page().on("filter", values -> change(Map.of("q", bounded(values.getOrDefault("q", "")), "page", "")));
        detail.on("approve", values -> step("approved", number -> desk.approve(number, !"keep".equals(values.get("do")), me())));
        detail.on("refuse", values -> step("refused", number -> desk.refuse(number, values.get("why"), me())));
        detail.on("receive", values -> step("received", number -> desk.receive(number, me())));
        detail.on("inspect", values -> step("inspected", number -> desk.inspect(number, values.get("condition"), "on".equals(values.get("restock")), values.get("remark"), me())));
        detail.on("settle", values -> step("settled", number -> desk.settle(number, values.get("outcome"), values.get("amount"), values.get("remark"), me())));
        detail.on("replace", values -> step("replaced", number -> desk.replaceWith(number, values.get("replacement"), me())));
        detail.on("exchange-look", values -> look(values.getOrDefault("sku", ""), values.getOrDefault("pieces", "")));
        detail.on("exchange", values -> step("exchanged", number -> desk.order(number, exchange.sku(), String.valueOf(exchange.pieces()), plain(exchange.total()), me())));
        detail.on("close", values -> step("closed", number -> desk.close(number, me())));
        detail.on("note", values -> step("note", number -> desk.note(number, values.get("note"), me())));
        Live.on("returns", this, this::showList);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        showList();
        showReturn();
    }

    private void showList() {
        var status = status();
        var page = number("page", 1, 1, 100_000);
        var found = desk.list(filter(status), (page - 1) * PAGE, PAGE);
        var counts = desk.counts();
        var tabs = new ArrayList<ReturnDeskLists.Tab>();
        for (var each : ReturnStatus.values()) {
            if (each.isOpen() || each == status) {
                tabs.add(new ReturnDeskLists.Tab(each.code(), counts.getOrDefault(each, 0L), each == status, address(Map.of("status", each.code(), "return", "", "page", ""))));
            }
        }
        tabs.add(new ReturnDeskLists.Tab("all", 0, status == null, address(Map.of("status", "all", "return", "", "page", ""))));
        var cards = customers.cards(found.rows().stream().map(ReturnRow::customer).collect(Collectors.toSet()));
        var lines = found.rows().stream().map(row -> new ReturnDeskLists.Line(row, cards.get(row.customer()) == null ? "" : cards.get(row.customer()).displayName(),
                address(Map.of("return", row.number().value(), "status", status == null ? "all" : status.code())), row.number().value().equals(parameter("return")),
                Duration.between(row.openedAt(), clock.instant()).toDays())).toList();
        var values = new HashMap<String, Object>();
        values.put("tabs", tabs);
        values.put("lines", lines);
        values.put("reasons", reasons());
        values.put("ages", ages());
        values.put("chips", chips());
        values.put("query", parameter("q"));
        values.put("total", found.total());
        values.put("first", found.total() == 0 ? 0L : (page - 1L) * PAGE + 1);
        values.put("last", (page - 1L) * PAGE + lines.size());
        values.put("tab", status == null ? "all" : status.code());
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < found.total() ? address(Map.of("page", String.valueOf(page + 1))) : null);
        values.put("setup", user.may(Permissions.SHOP_SETUP));
        show("returning/desk-list.jte", values);
    }

    private ReturnFilter filter(ReturnStatus status) {
        var age = number("age", 0, 0, 3650);
        var month = month();
        var since = month != null ? month.atDay(1) : day("since");
        var until = day("until");
        var from = since == null ? null : since.atStartOfDay(shop.zone()).toInstant();
        var before = month != null ? month.plusMonths(1).atDay(1).atStartOfDay(shop.zone()).toInstant()
                : until != null ? until.plusDays(1).atStartOfDay(shop.zone()).toInstant() : age == 0 ? null : clock.instant().minus(Duration.ofDays(age));
        return new ReturnFilter(status, reason(), blankToNull(parameter("sku")), from, before, bounded(parameter("q")));
    }

    private UUID reason() {
        return desk.reasons().stream().filter(each -> each.id().toString().equals(parameter("reason"))).map(each -> each.id()).findFirst().orElse(null);
    }

    private YearMonth month() {
        try {
            return parameter("month").isEmpty() ? null : YearMonth.parse(parameter("month"));
        } catch (DateTimeParseException noMonth) {
            return null;
        }
    }

    private LocalDate day(String name) {
        try {
            return parameter(name).isEmpty() ? null : LocalDate.parse(parameter(name));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private List<ReturnDeskLists.Choice> reasons() {
        var all = new ArrayList<ReturnDeskLists.Choice>();
        all.add(new ReturnDeskLists.Choice(getTranslation("returning.desk.any-reason"), parameter("reason").isEmpty(), address(Map.of("reason", "", "page", "", "return", ""))));
        desk.reasons().forEach(each -> all.add(new ReturnDeskLists.Choice(each.name().in(locale()), each.id().toString().equals(parameter("reason")),
                address(Map.of("reason", each.id().toString(), "page", "", "return", "")))));
        return all;
    }

    private List<ReturnDeskLists.Choice> ages() {
        var all = new ArrayList<ReturnDeskLists.Choice>();
        all.add(new ReturnDeskLists.Choice(getTranslation("returning.desk.any-age"), parameter("age").isEmpty(), address(Map.of("age", "", "page", "", "return", ""))));
        AGES.forEach(days -> all.add(new ReturnDeskLists.Choice(getTranslation("returning.desk.older", "days", days), String.valueOf(days).equals(parameter("age")),
                address(Map.of("age", String.valueOf(days), "page", "", "return", "")))));
        return all;
    }

    /** What else narrows the list, to be taken away: it came with a link from the figures. */
    private List<ReturnDeskLists.Choice> chips() {
        var chips = new ArrayList<ReturnDeskLists.Choice>();
        for (var name : List.of("q", "sku", "month", "since", "until")) {
            if (!parameter(name).isBlank()) {
                chips.add(new ReturnDeskLists.Choice(parameter(name), true, address(Map.of(name, "", "page", ""))));
            }
        }
        return chips;
    }

    private void showReturn() {
        var before = opened;
        opened = parameter("return").isEmpty() ? "" : new ReturnNumber(parameter("return")).value();
        if (opened.isEmpty() && !before.isEmpty()) {
            page().getElement().executeJs("setTimeout(() => (document.getElementById($0) ?? this.querySelector('.ogrid'))?.focus())", "row-" + before);
        }
        drawer.setVisible(!opened.isEmpty());
        setClassName("with-order", !opened.isEmpty());
        if (opened.isEmpty()) {
            title(getTranslation("returning.desk.title"));
            return;
        }
        if (!opened.equals(before)) {
            exchange = null;
        }
        var number = new ReturnNumber(opened);
        show(opened.equals(before) ? desk.find(number) : desk.open(number, me()));
    }

    private void show(ReturnFile file) {
        title(getTranslation("returning.file.title", "number", opened));
        drawer.getElement().setAttribute("aria-label", getTranslation("returning.file.title", "number", opened));
        var people = staff.cards(file.history().stream().map(ReturnFile.Moment::staff).filter(Objects::nonNull).collect(Collectors.toSet()));
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("customer", customers.find(file.customer()).orElse(null));
        values.put("names", people.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().name())));
        var exchanges = user.may(Permissions.RETURNS_SETTLE) && file.outcome() == Outcome.EXCHANGE && file.status() == ReturnStatus.SETTLED && file.replacement() == null;
        var proposal = (file.outcome() == null || exchanges) && !file.status().isVoid() ? desk.proposal(file.number()) : null;
        values.put("proposal", proposal);
        values.put("proposed", proposal == null ? "" : plain(proposal.share()));
        values.put("handles", user.may(Permissions.RETURNS_HANDLE));
        values.put("settles", user.may(Permissions.RETURNS_SETTLE));
        values.put("exchange", exchanges ? reckoned(file) : null);
        values.put("exchanges", exchanges);
        values.put("close", address(Map.of("return", "", "status", status() == null ? "all" : status().code())));
        detail.show(render("returning/desk-file.jte", values));
    }

    /** The same again, unless something else was asked for; null when that cannot be had. */
    private Exchange reckoned(ReturnFile file) {
        try {
            exchange = exchange == null ? desk.exchange(file.number(), file.sku(), String.valueOf(file.quantity())) : exchange;
        } catch (Refused notToBeHad) {
            exchange = null;
        }
        return exchange;
    }

    private void look(String sku, String pieces) {
        if (opened.isEmpty()) {
            throw new NotFound();
        }
        try {
            exchange = desk.exchange(new ReturnNumber(opened), sku, pieces);
            show(desk.find(new ReturnNumber(opened)));
        } catch (Refused refused) {
            refused(refused);
        }
    }

    private static String plain(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Takes a step and says what was done; a broken rule stands beside the field it belongs to. */
    private void step(String what, Consumer<ReturnNumber> deed) {
        if (opened.isEmpty()) {
            throw new NotFound();
        }
        var number = new ReturnNumber(opened);
        detail.fieldError("r-note", "");
        try {
            deed.accept(number);
        } catch (Refused refused) {
            refused(refused);
            return;
        }
        if ("note".equals(what)) {
            detail.clearDraft("return-note-" + opened);
        }
        Notices.done(getTranslation("returning.desk.done." + what, "number", number.value()));
        showList();
        show(desk.find(number));
    }

    private void refused(Refused refused) {
        var words = texts.get(locale(), refused.key(), refused.arguments());
        var field = refused.field() == null ? null : FIELDS.getOrDefault(refused.field(), EXCHANGE_FIELDS.get(refused.field()));
        if (field == null) {
            Notices.error(words);
        } else {
            detail.fieldError(field, words);
        }
    }

    private ReturnStatus status() {
        var asked = parameter("status");
        if (asked.isEmpty()) {
            return parameter("return").isEmpty() && parameter("q").isEmpty() && parameter("sku").isEmpty() && parameter("month").isEmpty() && parameter("reason").isEmpty()
                    ? ReturnStatus.ASKED : null;
        }
        return Arrays.stream(ReturnStatus.values()).filter(each -> each.code().equals(asked)).findFirst().orElse(null);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY);
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
