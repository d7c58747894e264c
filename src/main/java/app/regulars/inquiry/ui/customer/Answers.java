package app.regulars.inquiry.ui.customer;

import app.regulars.inquiry.InquiryAudience;
import app.regulars.ordering.MyOrders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What may answer a question while somebody is still writing it: help, solved talk of the forum, and her own orders and inquiries. */
@Component
class Answers {

    static final String PATH = "/ask/answers";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 300;
    private static final int MOST = 4;
    private static final int OWN = 2;
    private static final Set<String> READ = Set.of("article", "topic");
    private static final Set<String> RECORDS = Set.of("order", "inquiry");
    private static final Pattern ABOUT_AN_ORDER = Pattern.compile("\\b(orders?|ordered|parcels?|packages?|deliver\\w*|shipments?|shipped|tracking|commandes?|commandé\\w*|colis|livraisons?|livré\\w*|expédi\\w*|suivi)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final SiteSearch search;
    private final MyOrders orders;
    private final InquiryAudience inquiries;
    private final Templates templates;

    Answers(SiteSearch search, MyOrders orders, InquiryAudience inquiries, Templates templates) {
        this.search = search;
        this.orders = orders;
        this.inquiries = inquiries;
        this.templates = templates;
    }

    /** The list as HTML, empty where nothing fits. @param me null for a stranger */
    String html(String typed, Locale locale, CustomerId me) {
        var text = typed.strip();
        return text.length() < SHORTEST ? "" : templates.render("inquiry/ask-found.jte", locale, Map.of("answers", answers(text.substring(0, Math.min(LONGEST, text.length())), locale, me)));
    }

    List<Answer> answers(String text, Locale locale, CustomerId me) {
        var found = new ArrayList<Answer>();
        if (me != null) {
            var audience = new HashSet<>(inquiries.of(me));
            audience.add("customer:" + me);
            found(text, locale, RECORDS, audience, OWN).forEach(found::add);
            if (ABOUT_AN_ORDER.matcher(text).find() && found.stream().noneMatch(answer -> "order".equals(answer.kind()))) {
                orders.list(me, "", 0, OWN).orders().forEach(order -> found.add(new Answer("order", order.number().value(), order.number().value(), "/my/orders/" + order.number())));
            }
        }
        found.addAll(found(text, locale, READ, Set.of("public"), MOST));
        return found;
    }

    private List<Answer> found(String text, Locale locale, Set<String> kinds, Set<String> audience, int most) {
        return search.find(new SiteSearch.Question(text, kinds, List.of(), audience, locale, 0, most)).hits().stream()
                .map(hit -> new Answer(hit.kind(), hit.ref(), hit.title(), hit.address())).toList();
    }
}
