package app.regulars.faq.ui.customer;

import app.regulars.faq.HelpCenter;
import app.regulars.faq.ui.Reader;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Map;

@Route("help/:slug")
@AnonymousAllowed
class HelpArticleView extends PublicView {

    private static final long serialVersionUID = 1L;

    private final transient HelpCenter help;
    private final transient Templates templates;
    private String slug;
    private Locale locale;

    HelpArticleView(HelpPages pages, HelpCenter help, Templates templates) {
        super(pages);
        this.help = help;
        this.templates = templates;
        main().on("vote", values -> voted("yes".equals(values.get("helpful")), null));
        main().on("reason", values -> voted(false, values.getOrDefault("reason", "")));
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        slug = request.lastSegment();
        locale = request.locale();
    }

    private void voted(boolean helpful, String reason) {
        help.vote(slug, Reader.current(), helpful, reason);
        main().patch("#helped", templates.render("faq/voted.jte", locale, Map.of("helpful", helpful, "asked", reason == null)));
        if (!helpful && reason == null) {
            getElement().executeJs("setTimeout(() => document.getElementById('help-reason')?.focus(), 50)");
        }
    }
}
