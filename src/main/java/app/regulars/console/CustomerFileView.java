package app.regulars.console;

import app.regulars.account.Accounts;
import app.regulars.account.FirstUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.regulars.contracting.ContractDesk;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.StageDesk;
import app.regulars.forum.Forum;
import app.regulars.incentive.IncentiveDesk;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.review.ui.ReviewsOfCustomer;
import app.regulars.serving.CostDesk;
import app.regulars.privacy.ConsentDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Everything about a customer on one page, newest first. That it was looked at is kept. */
@Route("console/customers/:number")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class CustomerFileView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 40;
    private static final List<String> KINDS = List.of("", "orders", "talk", "mail", "forum", "reviews", "consents");

    private final transient CustomerDirectory customers;
    private final transient ConsentDesk consents;
    private final transient InquiryDesk inquiries;
    private final transient Forum forum;
    private final transient CustomerTimeline timeline;
    private final transient CustomerFigures figures;
    private final transient CustomerDesk desk;
    private final transient CustomerRecordDesk records;
    private final transient StageDesk stages;
    private final transient ContactHabits contacts;
    private final transient Accounts accounts;
    private final transient FirstUse firstUse;
    private final transient IncentiveDesk incentive;
    private final transient ContractDesk contracts;
    private final transient CostDesk costs;
    private final transient ReviewsOfCustomer reviews;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private String shown = "";

    CustomerFileView(CustomerDirectory customers, ConsentDesk consents, InquiryDesk inquiries, Forum forum, CustomerTimeline timeline, CustomerFigures figures,
            CustomerDesk desk, Accounts accounts, FirstUse firstUse, IncentiveDesk incentive, ContractDesk contracts, CurrentUser user, Shop shop, Templates templates,
            CustomerRecordDesk records, StageDesk stages, ContactHabits contacts, CostDesk costs, ReviewsOfCustomer reviews) {
        super(templates);
        this.reviews = reviews;
        this.records = records;
        this.costs = costs;
        this.stages = stages;
        this.contacts = contacts;
        this.customers = customers;
        this.consents = consents;
        this.inquiries = inquiries;
        this.forum = forum;
        this.timeline = timeline;
        this.figures = figures;
        this.desk = desk;
        this.accounts = accounts;
        this.firstUse = firstUse;
        this.incentive = incentive;
        this.contracts = contracts;
        this.user = user;
        this.shop = shop;
        addClassNames("page", "cust");
        page().on("first-use", values -> firstUse()).on("voucher", this::useVoucher).on("look", values -> change(Map.of("q", values.getOrDefault("q", ""), "most", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var card = customers.findByNumber(event.getRouteParameters().get("number").orElse("")).orElseThrow(NotFound::new);
        if (!shown.equals(card.number())) {
            desk.open(card.number(), user.requireStaff());
            shown = card.number();
            for (var topic : List.of("customer:", "orders:")) {
                Live.on(topic + card.id(), this, () -> customers.find(card.id()).ifPresent(this::refresh));
            }
        }
        title(card.displayName());
        refresh(card);
    }

    private void firstUse() {
        try {
            firstUse.invite(customers.findByNumber(shown).orElseThrow(NotFound::new).id(), user.requireStaff());
            Notices.done(getTranslation("account.first-use.sent"));
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.key()));
        }
    }

    private void useVoucher(Map<String, String> values) {
        try {
            var card = customers.findByNumber(shown).orElseThrow(NotFound::new);
            incentive.use(card.id(), values.getOrDefault("code", ""), values.get("order"), user.requireStaff());
            Notices.done(getTranslation("incentive.use.done"));
            refresh(card);
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.key()));
        }
    }

    private void refresh(CustomerCard card) {
        var kind = KINDS.contains(parameter("show")) ? parameter("show") : "";
        var most = number("most", PAGE, PAGE, 1_000);
        var words = parameter("q").substring(0, Math.min(200, parameter("q").length()));
        var all = timeline.of(card.id(), kind, words, locale());
        var talk = user.may(Permissions.INQUIRIES_SEE) ? inquiries.ofCustomer(card.id(), 200) : List.<app.regulars.inquiry.InquirySummary>of();
        var values = new HashMap<String, Object>();
        values.put("customer", card);
        var record = records.file(card.id());
        values.put("profile", desk.profile(card.id()));
        values.put("record", record);
        values.put("stages", stages.list());
        values.put("contact", contacts.of(card.id(), locale()));
        values.put("seesPrices", user.may(Permissions.PRICES_SEE));
        values.put("mayPreview", user.may(Permissions.CUSTOMERS_PREVIEW));
        values.put("mayInvite", user.may(Permissions.CUSTOMERS_CHANGE));
        values.put("contracts", user.may(Permissions.CONTRACTS_SEE) ? contracts.ofCustomer(card.id()) : null);
        values.put("writesContracts", user.may(Permissions.CONTRACTS_CHANGE));
        values.put("vouchers", incentive.ofCustomer(card.id()));
        values.put("signIn", accounts.of(card.id()));
        var known = figures.of(card.id());
        values.put("orderCount", known.count());
        values.put("spent", known.spent());
        values.put("lastAt", known.lastAt());
        values.put("orders", known.latest());
        values.put("buying", figures.buying(card.id()).orElse(null));
        values.put("reasons", figures.reasons(card.id()));
        values.put("states", user.may(Permissions.CONSENTS_SEE) ? consents.states(card.id(), locale()) : List.of());
        values.put("addresses", customers.addresses(card.id()));
        values.put("inquiries", talk);
        values.put("cost", user.may(Permissions.INQUIRIES_SEE) ? costs.of(card.id()) : null);
        values.put("open", (int) talk.stream().filter(inquiry -> inquiry.status().isOpen()).count());
        values.put("posts", forum.ofCustomer(card.id(), 5));
        values.put("reviews", reviews.html(card.id(), user.may(Permissions.REVIEWS_MODERATE), locale()));
        values.put("postCount", forum.countOfCustomer(card.id()));
        values.put("days", days(all.subList(0, Math.min(most, all.size()))));
        values.put("total", all.size());
        values.put("more", all.size() > most ? address(Map.of("most", String.valueOf(most + 100))) : null);
        var links = new LinkedHashMap<String, String>();
        KINDS.forEach(each -> links.put(each, address(Map.of("show", each, "most", ""))));
        values.put("kinds", links);
        values.put("kind", kind);
        values.put("words", words);
        show("console/customer.jte", values);
    }

    private List<TimelineDay> days(List<TimelineEntry> entries) {
        var days = new LinkedHashMap<LocalDate, List<TimelineEntry>>();
        entries.forEach(entry -> days.computeIfAbsent(entry.at().atZone(shop.zone()).toLocalDate(), day -> new ArrayList<>()).add(entry));
        return days.entrySet().stream().map(day -> new TimelineDay(Formats.longDate(day.getKey(), locale()), day.getValue())).toList();
    }
}
