package app.regulars.ordering.ui.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import app.regulars.staff.StaffDirectory;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderPage;
import app.regulars.ordering.OrderStatus;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.ShippingDesk;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The orders and, beside them, the one to work on. The address holds tab, search, page and selection. */
@Route("console/orders")
@Menu(title = "ordering.desk.title", order = 2, icon = "box")
@RolesAllowed(Permissions.ORDERS_SEE)
class OrderDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 100;

    private final transient OrderDesk desk;
    private final transient ShippingDesk shipping;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private final transient Clock clock;
    private final Fragment detail = new Fragment("order");
    private final Aside drawer = new Aside(detail);
    private final Set<String> seen = new HashSet<>();
    private String seenIn = "";
    private String opened = "";
    private int happened;

    OrderDeskView(OrderDesk desk, ShippingDesk shipping, CustomerDirectory customers, StaffDirectory staff, CurrentUser user, Texts texts,
                  Shop shop, Clock clock, Templates templates) {
        super(templates);
        this.desk = desk;
        this.shipping = shipping;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
        addClassNames("page", "orders");
        drawer.addClassName("draw");
        add(drawer);
        page().on("filter", values -> change(Map.of("q", bounded(values.getOrDefault("q", "")), "page", "")));
        detail.on("pack", values -> step("packed", "ship-number", number -> desk.pack(number, me())));
        detail.on("dispatch", values -> step("shipped", "ship-number", number -> desk.dispatch(number, values.get("carrier"), values.get("tracking"), me())));
        detail.on("deliver", values -> step("delivered", "ship-number", number -> desk.deliver(number, me())));
        detail.on("cancel", values -> step("canceled", "cancel-reason", number -> desk.cancel(number, values.get("reason"), me())));
        detail.on("note", values -> step("note", "note-text", number -> desk.note(number, values.get("note"), me())));
        Live.on("orders", this, this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // J and K walk through the list, Esc closes, Ctrl+Enter does the next thing; never while somebody types
        getElement().executeJs("""
                const root = this;
                const keys = (e) => {
                  if (!root.isConnected) { document.removeEventListener('keydown', keys); return; }
                  if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') {
                    const form = e.target.closest('form');
                    const next = root.querySelector('.draw-f .btn.pri');
                    if (next && (!form || form.id === 'ship-form')) { e.preventDefault(); next.click(); }
                    return;
                  }
                  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input,textarea,select')) return;
                  const rows = [...root.querySelectorAll('.og tr.r a')];
                  const at = rows.findIndex(a => a.getAttribute('aria-current'));
                  const go = { j: rows[at + 1], k: rows[at - 1], Escape: root.querySelector('[data-close]') }[e.key];
                  if (go) { e.preventDefault(); go.click(); }
                };
                document.addEventListener('keydown', keys);""");
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        showList();
        showOrder();
    }

    private void refresh() {
        showList();
        if (!opened.isEmpty()) {
            var file = desk.find(new OrderNumber(opened));
            if (file.history().size() != happened) {
                show(file);
            }
        }
    }

    private void showList() {
        var status = status();
        var query = bounded(parameter("q"));
        var page = number("page", 1, 1, 100_000);
        var found = desk.list(new OrderFilter(status, query, null), (page - 1) * PAGE, PAGE);
        var counts = desk.counts();
        var tabs = new ArrayList<DeskTab>();
        for (var each : OrderStatus.values()) {
            tabs.add(tab(code(each), counts.getOrDefault(each, 0L), each == status));
        }
        tabs.add(tab("all", counts.values().stream().mapToLong(Long::longValue).sum(), status == null));
        var values = new HashMap<String, Object>();
        values.put("tabs", tabs);
        values.put("rows", rows(found, code(status) + "/" + query + "/" + page, status));
        values.put("query", query);
        values.put("total", found.total());
        values.put("first", found.total() == 0 ? 0L : (page - 1L) * PAGE + 1);
        values.put("last", (page - 1L) * PAGE + found.orders().size());
        values.put("tab", code(status));
        values.put("unfiltered", address(Map.of("q", "", "page", "")));
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < found.total() ? address(Map.of("page", String.valueOf(page + 1))) : null);
        show("ordering/desk-list.jte", values);
    }

    private List<DeskRow> rows(OrderPage found, String list, OrderStatus status) {
        var another = !list.equals(seenIn);
        if (another) {
            seen.clear();
            seenIn = list;
        }
        var cards = customers.cards(found.orders().stream().map(order -> order.customer()).collect(Collectors.toSet()));
        var faces = desk.faces(found.orders());
        var rows = new ArrayList<DeskRow>();
        for (var order : found.orders()) {
            var card = cards.get(order.customer());
            var fresh = seen.add(order.number().value()) && !another;
            rows.add(new DeskRow(order, card == null ? "" : card.displayName(), faces.getOrDefault(order.id(), List.of()),
                    address(Map.of("order", order.number().value(), "status", code(status))), order.number().value().equals(parameter("order")), fresh));
        }
        return rows;
    }

    private DeskTab tab(String code, long count, boolean current) {
        return new DeskTab(code, count, current, address(Map.of("status", code, "order", "", "page", "")));
    }

    private void showOrder() {
        var before = opened;
        opened = parameter("order").isEmpty() ? "" : new OrderNumber(parameter("order")).value();
        if (opened.isEmpty() && !before.isEmpty()) {
            // whoever closes an order stands where it was opened, or at the list where its row is gone
            page().getElement().executeJs("setTimeout(() => (document.getElementById($0) ?? this.querySelector('.ogrid'))?.focus())", "row-" + before);
        }
        drawer.setVisible(!opened.isEmpty());
        setClassName("with-order", !opened.isEmpty());
        if (opened.isEmpty()) {
            title(getTranslation("ordering.desk.title"));
            return;
        }
        var number = new OrderNumber(opened);
        show(opened.equals(before) ? desk.find(number) : desk.open(number, me()));
    }

    private void show(OrderFile file) {
        happened = file.history().size();
        title(getTranslation("ordering.desk.order", "number", opened));
        drawer.getElement().setAttribute("aria-label", getTranslation("ordering.desk.order", "number", opened));
        var people = staff.cards(file.history().stream().map(OrderFile.Moment::staff).filter(Objects::nonNull).collect(Collectors.toSet()));
        var moments = file.history().reversed().stream().map(moment -> new DeskMoment(moment.at(), moment.what(),
                moment.staff() == null || people.get(moment.staff()) == null ? "" : people.get(moment.staff()).name(), moment.detail())).toList();
        var values = new HashMap<String, Object>();
        values.put("file", file);
        values.put("customer", customers.find(file.summary().customer()).orElse(null));
        values.put("moments", moments);
        values.put("late", file.isLate(clock.instant().atZone(shop.zone()).toLocalDate()));
        values.put("seesPrices", user.may(Permissions.PRICES_SEE));
        values.put("carriers", shipping.carriers());
        values.put("usual", shipping.usualCarrier(file.shippingOption()));
        values.put("close", address(Map.of("order", "", "status", code(status()))));
        detail.show(render("ordering/desk-order.jte", values));
    }

    /** Takes a step and says what was done; a broken rule stands beside the field it belongs to. */
    private void step(String what, String field, Consumer<OrderNumber> deed) {
        if (opened.isEmpty()) {
            throw new NotFound();
        }
        var number = new OrderNumber(opened);
        detail.fieldError(field, "");
        try {
            deed.accept(number);
        } catch (Refused refused) {
            var id = "carrier".equals(refused.field()) ? "ship-carrier" : "reason".equals(refused.field()) ? "cancel-reason" : field;
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
            } else {
                detail.fieldError(id, words);
            }
            return;
        }
        detail.clearDraft(("note".equals(what) ? "order-note-" : "ship-") + opened);
        Notices.done(getTranslation("ordering.desk.done." + what, "number", number.value()));
        showList();
        show(desk.find(number));
    }

    private OrderStatus status() {
        var asked = parameter("status");
        if (asked.isEmpty()) {
            return parameter("order").isEmpty() && parameter("q").isEmpty() ? OrderStatus.PLACED : null;
        }
        return Arrays.stream(OrderStatus.values()).filter(each -> code(each).equals(asked)).findFirst().orElse(null);
    }

    private static String code(OrderStatus status) {
        return status == null ? "all" : status.name().toLowerCase(Locale.ROOT);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY);
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
