package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.faq.SolvedQuestions;
import app.regulars.faq.ui.Reader;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.search.SiteSearch;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Results, live: numbers lead straight to their pages, what was asked is recorded, and what was opened of it. */
@Route("search")
@AnonymousAllowed
class SearchView extends ShopView {

    private static final long serialVersionUID = 1L;
    private static final Pattern OPENED = Pattern.compile("/(?<kind>p|help|forum/t)/(?<ref>[a-z0-9-]{1,120})");
    private static final Map<String, String> KINDS = Map.of("p", "product", "help", "article", "forum/t", "topic");

    private final transient SearchPages pages;
    private final transient Jumps jumps;
    private final transient SiteSearch search;
    private final transient Visits visits;
    private final transient SolvedQuestions solved;
    private transient SearchPages.Answer answer;
    private String recorded;
    private UUID entry;

    SearchView(SearchPages pages, CurrentCart cart, Jumps jumps, SiteSearch search, Visits visits, SolvedQuestions solved) {
        super(pages, cart);
        this.pages = pages;
        this.jumps = jumps;
        this.search = search;
        this.visits = visits;
        this.solved = solved;
        main().on("opened", values -> opened(values.getOrDefault("address", "")));
    }

    /** An order's number leads to the order: to the customer's own, or to where anybody follows one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var text = event.getLocation().getQueryParameters().getSingleParameter("q").orElse("").strip();
        var me = shopper().customer();
        var address = me == null ? Optional.<String>empty() : jumps.own(text, event.getUI().getLocale(), me);
        var led = address.or(() -> jumps.orderNumber(text).map(number -> "/track?number=" + number));
        if (led.isPresent()) {
            search.opened(search.asked(text, event.getUI().getLocale(), 1), "order", text);
            event.forwardToUrl(led.get());
            return;
        }
        super.beforeEnter(event);
    }

    @Override
    protected Optional<PublicPage> page(PublicRequest request) {
        answer = pages.answer(request, shopper());
        // the same words with another filter or on another page are the same question
        if (!answer.typed().isEmpty() && !answer.typed().equals(recorded)) {
            recorded = answer.typed();
            entry = search.asked(answer.typed(), request.locale(), answer.found());
            visits.looked(entry);
            solved.wentOn(Reader.current());
            if (answer.page().isMoved()) {
                search.opened(entry, "address", answer.page().canonicalPath());
            }
        }
        return Optional.of(answer.page());
    }

    private void opened(String address) {
        var link = OPENED.matcher(address);
        if (entry != null && link.matches()) {
            var kind = KINDS.get(link.group("kind"));
            search.opened(entry, kind, link.group("ref"));
            if (!"product".equals(kind)) {
                solved.opened(Reader.current(), recorded, getUI().orElseThrow().getLocale(), kind, link.group("ref"));
            }
        }
    }
}
