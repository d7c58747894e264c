package app.regulars.console;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

import app.regulars.contracting.ContractDesk;
import app.regulars.contracting.ContractFilter;
import app.regulars.contracting.ContractRow;
import app.regulars.contracting.ContractState;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryRow;
import app.regulars.notification.OutboxDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderStatus;
import app.regulars.ordering.OrderSummary;
import app.regulars.platform.events.StuckEvents;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The morning paper: what needs this person today, most pressing first. */
@Route("console")
@Menu(title = "console.home.title", order = 0, icon = "home")
@RolesAllowed(Roles.STAFF)
class HomeView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 6;
    private static final int NEWEST = 8;

    private final transient InquiryDesk inquiries;
    private final transient OrderDesk orders;
    private final transient CustomerDirectory customers;
    private final transient OutboxDesk outbox;
    private final transient ContractDesk contracts;
    private final transient StuckEvents events;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final transient Clock clock;
    private final transient Texts texts;
    private final transient FirstSteps steps;

    HomeView(InquiryDesk inquiries, OrderDesk orders, CustomerDirectory customers, OutboxDesk outbox, ContractDesk contracts, StuckEvents events, CurrentUser user, Shop shop, Clock clock, Texts texts, Templates templates,
             FirstSteps steps) {
        super(templates);
        this.inquiries = inquiries;
        this.orders = orders;
        this.customers = customers;
        this.outbox = outbox;
        this.contracts = contracts;
        this.events = events;
        this.user = user;
        this.shop = shop;
        this.clock = clock;
        this.texts = texts;
        this.steps = steps;
        addClassName("page");
        Live.on("inquiries", this, this::refresh);
        Live.on("orders", this, this::refresh);
        Live.on("outbox", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.home.title"));
        refresh();
    }

    private void refresh() {
        var now = clock.instant().atZone(shop.zone());
        var talks = user.may(Permissions.INQUIRIES_SEE);
        var sells = user.may(Permissions.ORDERS_SEE);
        var needs = new ArrayList<Need>();
        if (talks) {
            inquiries.pressing(user.requireStaff(), MOST).forEach(row -> needs.add(need(row)));
        }
        var placed = user.may(Permissions.ORDERS_SHIP) && sells ? orders.counts().getOrDefault(OrderStatus.PLACED, 0L) : 0L;
        if (placed > 0) {
            needs.add(new Need("box", "", text("console.home.pack.due"), text("console.home.pack", "count", placed), text("console.home.pack.why"),
                    "/console/orders?status=placed", text("console.home.pack.verb")));
        }
        var failed = user.may(Permissions.OUTBOX_SEE) ? outbox.failed() : 0L;
        if (failed > 0) {
            needs.add(new Need("mail", "bad", text("console.home.mail.due"), text("console.home.mail", "count", failed), text("console.home.mail.why"),
                    "/console/outbox?state=failed", text("console.home.look")));
        }
        var stuck = user.may(Permissions.SYSTEM_RUN) ? events.count() : 0L;
        if (stuck > 0) {
            needs.add(new Need("flow", "warn", text("console.home.events.due"), text("console.home.events", "count", stuck), text("console.home.events.why"),
                    "/console/events", text("console.home.look")));
        }
        if (user.may(Permissions.CONTRACTS_CHANGE)) {
            var due = contracts.list(new ContractFilter(ContractFilter.Tab.DECIDE, "", user.requireStaff()), 0, MOST);
            var names = customers.cards(due.stream().map(ContractRow::customer).toList());
            due.forEach(row -> needs.add(new Need("file", row.state() == ContractState.EXPIRED ? "bad" : "warn", Formats.dayAndMonth(row.decideOn(), locale()),
                    row.title().isBlank() ? row.number().value() : row.title(), text("console.home.contract.why", "name",
                    names.containsKey(row.customer()) ? names.get(row.customer()).displayName() : "", "day", Formats.longDate(row.endsOn(), locale())),
                    "/console/contracts/" + row.number(), text("console.home.look"))));
        }
        needs.sort(Comparator.comparing(need -> !"bad".equals(need.tone())));
        var late = (int) needs.stream().filter(need -> "bad".equals(need.tone())).count();
        var values = new HashMap<String, Object>();
        values.put("when", Formats.dayAndMonth(now.toLocalDate(), locale()));
        values.put("greeting", text(now.getHour() < 12 ? "console.home.morning" : now.getHour() < 18 ? "console.home.afternoon" : "console.home.evening",
                "name", user.get().map(SignedIn::displayName).orElse("").split(" ")[0]));
        values.put("needs", needs);
        values.put("late", late);
        values.put("orders", sells ? newest() : null);
        values.put("counts", talks ? inquiries.counts(user.requireStaff()) : null);
        values.put("steps", user.may(Permissions.SHOP_SETUP) && sells ? steps.open(orders.counts().values().stream().anyMatch(count -> count > 0)) : List.of());
        show("console/home.jte", values);
    }

    private List<NewestOrder> newest() {
        var newest = orders.list(OrderFilter.ALL, 0, NEWEST).orders();
        var cards = customers.cards(newest.stream().map(OrderSummary::customer).toList());
        return newest.stream().map(order -> new NewestOrder(order, cards.containsKey(order.customer()) ? cards.get(order.customer()).displayName() : ""))
                .toList();
    }

    private Need need(InquiryRow row) {
        var late = row.dueAt() != null && row.dueAt().isBefore(clock.instant());
        var soon = row.dueAt() != null && row.dueAt().isBefore(clock.instant().plusSeconds(7200));
        var due = row.dueAt() == null ? "" : text(late ? "inquiry.target.late" : "inquiry.target.left", "time", span(Duration.between(clock.instant(), row.dueAt()).abs()));
        return new Need("clock", late ? "bad" : soon ? "warn" : "", due, row.subject(), text("console.home.inquiry.why", "name", row.customerName(),
                "mine", row.assignee() == null ? "no" : "yes"), "/console/inquiries?queue=all-open&open=" + row.number(), text("console.home.answer"));
    }

    private String span(Duration time) {
        return time.toHours() >= 48 ? text("inquiry.target.days", "count", time.toDays())
                : time.toHours() >= 1 ? text("inquiry.target.hours", "count", time.toHours()) : text("inquiry.target.minutes", "count", time.toMinutes());
    }

    private String text(String key, Object... values) {
        return values.length == 0 ? texts.get(locale(), key) : texts.get(locale(), key, values);
    }
}
