package app.regulars.inquiry.ui.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import app.regulars.selfservice.Flow;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** "Ask us": reached from everywhere, carries the order or product it was opened from, answers while one types. */
@Route("ask")
@AnonymousAllowed
class AskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SHORTEST_QUERY = 8;

    private final transient MyInquiries inquiries;
    private final transient MyOrders orders;
    private final transient Catalog catalog;
    private final transient SiteSearch search;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String order;
    private String product;
    private String productName;
    private String from;
    private boolean typing;
    private String requestKey;

    AskView(MyInquiries inquiries, MyOrders orders, Catalog catalog, SiteSearch search, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.inquiries = inquiries;
        this.orders = orders;
        this.catalog = catalog;
        this.search = search;
        this.user = user;
        this.texts = texts;
        page().on("typing", values -> {
            if (!typing) {
                typing = true;
                Deeds.done("question-typed");
            }
            suggest(values.getOrDefault("value", ""));
        });
        page().on("ask", this::ask);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.ask.title"));
        typing = false;
        from = Flow.origin(parameter("from"));
        order = ownOrder(matching(parameter("order").isEmpty() ? named("/my/orders/([A-Za-z0-9-]{3,40})(?:/.*)?") : parameter("order"), "[A-Za-z0-9-]{3,40}"));
        var about = Optional.ofNullable(matching(parameter("product").isEmpty() ? named("/p/([a-z0-9-]{1,150})") : parameter("product"), "[a-z0-9-]{1,150}")).flatMap(handle -> catalog.cards(List.of(handle)).stream().findFirst());
        product = about.map(ProductCard::handle).orElse(null);
        productName = about.map(card -> card.name().in(locale())).orElse(null);
        if (from == null) {
            from = order != null ? "/my/orders/" + order : product != null ? "/p/" + product : null;
        }
        requestKey = UUID.randomUUID().toString();
        var values = new HashMap<String, Object>();
        values.put("signedIn", user.customer().isPresent());
        values.put("order", order);
        values.put("product", productName);
        values.put("from", from == null ? null : Flow.at(from).stream().findFirst().map(flow -> getTranslation("selfservice.flow." + flow.code())).orElse(from));
        values.put("sentTo", null);
        values.put("number", null);
        show("inquiry/ask.jte", values);
    }

    /** What the page that she comes from is about; nothing fits where it is another one. */
    private String named(String pattern) {
        var page = Pattern.compile(pattern).matcher(from == null ? "" : from);
        return page.matches() ? page.group(1) : "";
    }

    /** The number if it is an order of the person who asks. */
    private String ownOrder(String number) {
        if (number == null || user.customer().isEmpty()) {
            return null;
        }
        try {
            return orders.find(user.requireCustomer(), new OrderNumber(number)).number().value();
        } catch (NotFound notMine) {
            return null;
        }
    }

    private static String matching(String value, String form) {
        return value.matches(form) ? value : null;
    }

    private void suggest(String typed) {
        var text = typed.strip();
        var hits = text.length() < SHORTEST_QUERY ? List.<SiteSearch.Hit>of()
                : search.find(new SiteSearch.Question(text.substring(0, Math.min(300, text.length())), Set.of("article", "topic"), List.of(),
                        Set.of("public"), locale(), 0, 4)).hits();
        page().patch("#ask-found", render("inquiry/ask-found.jte", Map.of("hits", hits)));
    }

    private void ask(Map<String, String> typed) {
        page().fieldError("ask-text", "");
        // the field nobody sees: whoever fills it in is no person
        if (!typed.getOrDefault("website", "").isBlank()) {
            return;
        }
        var form = new NewInquiry(null, typed.get("text"), InquiryType.QUESTION, order, product, from, requestKey);
        try {
            var me = user.customer();
            if (me.isPresent()) {
                var number = inquiries.ask(me.get(), form);
                Deeds.done("question-sent");
                page().clearDraft("ask");
                UI.getCurrent().navigate("my/inquiries/" + number);
            } else {
                var number = inquiries.askAsVisitor(typed.get("name"), typed.get("email"), locale(), form);
                Deeds.done("question-sent");
                page().clearDraft("ask");
                var values = new HashMap<String, Object>();
                values.put("signedIn", false);
                values.put("order", order);
                values.put("product", productName);
                values.put("sentTo", typed.get("email").strip());
                values.put("number", number.value());
                show("inquiry/ask.jte", values);
            }
        } catch (Refused refused) {
            page().fieldError("ask-" + (refused.field() == null ? "text" : refused.field()), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }
}
