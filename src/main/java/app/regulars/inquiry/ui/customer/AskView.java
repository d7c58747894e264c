package app.regulars.inquiry.ui.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.faq.SolvedQuestions;
import app.regulars.faq.ui.Reader;
import app.regulars.inquiry.InquiryField;
import app.regulars.inquiry.InquiryFields;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.inquiry.ui.FileBasket;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
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
    private static final int LONGEST_WORDS = 300;

    private final transient MyInquiries inquiries;
    private final transient MyOrders orders;
    private final transient Catalog catalog;
    private final transient Answers answers;
    private final transient SolvedQuestions solved;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String order;
    private String product;
    private String productName;
    private String from;
    private boolean typing;
    private String written = "";
    private String requestKey;
    private InquiryType type = InquiryType.QUESTION;
    private final transient FileBasket files;
    private final transient InquiryFields fields;

    AskView(MyInquiries inquiries, MyOrders orders, Catalog catalog, Answers answers, SolvedQuestions solved, CurrentUser user, Texts texts, FileBasket files, InquiryFields fields, Templates templates) {
        super(templates);
        this.inquiries = inquiries;
        this.orders = orders;
        this.catalog = catalog;
        this.answers = answers;
        this.solved = solved;
        this.user = user;
        this.texts = texts;
        this.files = files.in(this, page(), "ask-files");
        this.fields = fields;
        page().on("typing", values -> {
            if (!typing) {
                typing = true;
                Deeds.done("question-typed");
            }
            var value = values.getOrDefault("value", "");
            written = value.substring(0, Math.min(LONGEST_WORDS, value.length()));
        });
        page().on("ask", this::ask);
        page().on("type", values -> about(InquiryType.of(values.get("value"))));
        page().on("solved", this::solved);
        page().on("ask-anyway", values -> question());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("inquiry.ask.title"));
        typing = false;
        type = InquiryType.of(parameter("type"));
        from = Flow.origin(parameter("from"));
        order = ownOrder(matching(parameter("order").isEmpty() ? named("/my/orders/([A-Za-z0-9-]{3,40})(?:/.*)?") : parameter("order"), "[A-Za-z0-9-]{3,40}"));
        var about = Optional.ofNullable(matching(parameter("product").isEmpty() ? named("/p/([a-z0-9-]{1,150})") : parameter("product"), "[a-z0-9-]{1,150}")).flatMap(handle -> catalog.cards(List.of(handle)).stream().findFirst());
        product = about.map(ProductCard::handle).orElse(null);
        productName = about.map(card -> card.name().in(locale())).orElse(null);
        if (from == null) {
            from = order != null ? "/my/orders/" + order : product != null ? "/p/" + product : null;
        }
        question();
    }

    /** The empty form, or what was typed into it in this tab before. */
    private void question() {
        requestKey = UUID.randomUUID().toString();
        var values = new HashMap<String, Object>();
        values.put("signedIn", user.customer().isPresent());
        values.put("order", order);
        values.put("product", productName);
        values.put("from", from == null ? null : Flow.at(from).stream().findFirst().map(flow -> getTranslation("selfservice.flow." + flow.code())).orElse(from));
        values.put("sentTo", null);
        values.put("number", null);
        values.put("type", type);
        values.put("fields", fields.asked(type));
        show("inquiry/ask.jte", values);
        files.begin();
    }

    /** Other questions for another type; what was typed above stays. */
    private void about(InquiryType chosen) {
        type = chosen;
        page().patch("#ask-fields", render("inquiry/ask-fields.jte", Map.of("fields", fields.asked(type), "prefix", "ask-", "css", "input")));
    }

    private Map<String, String> answers(Map<String, String> typed) {
        return fields.asked(type).stream().collect(Collectors.toMap(InquiryField::input, field -> typed.getOrDefault(field.input(), "")));
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

    /** She needs no person any more: counted once a session, with what she had written. */
    private void solved(Map<String, String> values) {
        var kind = values.getOrDefault("kind", "");
        var ref = values.getOrDefault("ref", "");
        if (!answers.answers(written, locale(), user.customer().orElse(null)).stream()
                .anyMatch(answer -> answer.kind().equals(kind) && answer.ref().equals(ref))) {
            return;
        }
        solved.solved(Reader.current(), written, locale(), kind, ref);
        Deeds.done("question-solved");
        page().show(render("inquiry/ask-solved.jte", Map.of()));
    }

    private void ask(Map<String, String> typed) {
        page().fieldError("ask-text", "");
        // the field nobody sees: whoever fills it in is no person
        if (!typed.getOrDefault("website", "").isBlank()) {
            return;
        }
        var form = new NewInquiry(null, typed.get("text"), type, order, product, from, requestKey).in(locale()).with(answers(typed)).carrying(files.taken());
        try {
            var me = user.customer();
            if (me.isPresent()) {
                var number = inquiries.ask(me.get(), form);
                Deeds.done("question-sent");
                solved.wentOn(Reader.current());
                files.begin();
                page().clearDraft("ask");
                UI.getCurrent().navigate("my/inquiries/" + number);
            } else {
                var number = inquiries.askAsVisitor(typed.get("name"), typed.get("email"), locale(), form);
                Deeds.done("question-sent");
                solved.wentOn(Reader.current());
                files.begin();
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
