package app.regulars.faq.ui.customer;

import app.regulars.faq.HelpCenter;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

@Route("help/:slug")
@AnonymousAllowed
class HelpArticleView extends PublicView {

    private static final long serialVersionUID = 1L;
    private static final String VOTER = "faq.voter";

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
        help.vote(slug, voter(), helpful, reason);
        main().patch("#helped", templates.render("faq/voted.jte", locale, Map.of("helpful", helpful, "asked", reason == null)));
        if (!helpful && reason == null) {
            getElement().executeJs("setTimeout(() => document.getElementById('help-reason')?.focus(), 50)");
        }
    }

    private static UUID voter() {
        var session = VaadinSession.getCurrent();
        if (session.getAttribute(VOTER) instanceof UUID known) {
            return known;
        }
        var made = UUID.randomUUID();
        session.setAttribute(VOTER, made);
        return made;
    }
}
