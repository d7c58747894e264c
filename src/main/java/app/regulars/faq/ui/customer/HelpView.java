package app.regulars.faq.ui.customer;

import app.regulars.faq.SolvedQuestions;
import app.regulars.faq.ui.Reader;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.search.SiteSearch;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.UUID;

/** Help, live: what is looked for here is recorded like any search, and what was opened of it. */
@Route("help")
@AnonymousAllowed
class HelpView extends PublicView {

    private static final long serialVersionUID = 1L;
    private static final String ARTICLE = "/help/";

    private final transient HelpPages pages;
    private final transient SiteSearch search;
    private final transient SolvedQuestions solved;
    private String asked = "";
    private UUID entry;
    private Locale locale;

    HelpView(HelpPages pages, SiteSearch search, SolvedQuestions solved) {
        super(pages);
        this.pages = pages;
        this.search = search;
        this.solved = solved;
        main().on("opened", values -> opened(values.getOrDefault("address", "")));
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        var typed = request.parameter("q", "").strip();
        locale = request.locale();
        if (!typed.isEmpty() && !typed.equals(asked)) {
            entry = search.asked(typed, locale, pages.found(typed, locale));
            solved.wentOn(Reader.current());
        }
        asked = typed;
    }

    private void opened(String address) {
        if (!asked.isEmpty() && address.startsWith(ARTICLE)) {
            var slug = address.substring(ARTICLE.length());
            search.opened(entry, "article", slug);
            solved.opened(Reader.current(), asked, locale, "article", slug);
        }
    }
}
