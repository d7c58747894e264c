package app.regulars.privacy.ui;

import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.NewsletterSignUp;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;

/** The mailed link of the newsletter: asks once more with the very words, because programs that look for harm open every link. */
@Route("newsletter/confirm/:token")
@AnonymousAllowed
class NewsletterConfirmView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient NewsletterSignUp newsletter;
    private String token = "";
    private boolean justNow;

    NewsletterConfirmView(Templates templates, NewsletterSignUp newsletter) {
        super(templates);
        this.newsletter = newsletter;
        page().on("confirm", values -> {
            justNow = newsletter.confirm(token) == NewsletterSignUp.Step.CONFIRMED;
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('h1')?.focus())");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.newsletter.confirm.title"));
        token = event.getRouteParameters().get("token").orElse("");
        refresh();
    }

    private void refresh() {
        var request = newsletter.look(token);
        var model = new HashMap<String, Object>();
        model.put("step", request.step());
        model.put("words", request.words());
        model.put("justNow", justNow);
        show("privacy/newsletter-confirm.jte", model);
    }
}
