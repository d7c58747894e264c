package app.regulars.privacy.ui;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.NewsletterPage;
import app.regulars.privacy.NewsletterSignUp;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes the newsletter's form; what was typed stays until it is right. */
@Route("newsletter")
@AnonymousAllowed
class NewsletterView extends PublicView {

    private static final long serialVersionUID = 1L;

    private final transient NewsletterSignUp newsletter;
    private final transient Templates templates;
    private final transient Texts texts;

    NewsletterView(NewsletterPage pages, NewsletterSignUp newsletter, Templates templates, Texts texts) {
        super(pages);
        this.newsletter = newsletter;
        this.templates = templates;
        this.texts = texts;
        main().on("ask", this::ask);
    }

    private void ask(Map<String, String> typed) {
        var name = typed.getOrDefault("name", "");
        var email = typed.getOrDefault("email", "");
        var problems = newsletter.problems(name, email);
        if (problems.isEmpty()) {
            newsletter.ask(name, email, locale());
            Deeds.done("consent-changed");
            main().show(templates.render("privacy/newsletter-asked.jte", locale(), Map.of("email", email.strip())));
            getElement().executeJs("setTimeout(()=>{window.scrollTo(0,0);this.querySelector('h1')?.focus()})");
            return;
        }
        show(Map.of("name", name, "email", email), problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void show(Map<String, String> typed, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        main().show(templates.render("privacy/newsletter.jte", locale(),
                Map.of("words", newsletter.words(locale()).orElseThrow(NotFound::new), "typed", typed, "errors", errors)));
    }

    private Locale locale() {
        return Languages.of(getUI().orElseThrow().getLocale().toLanguageTag());
    }
}
