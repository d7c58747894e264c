package app.regulars.account.ui;

import app.regulars.account.Passwords;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Asks for a link to choose a new password. The answer is the same for every address. */
@Route("forgot")
@AnonymousAllowed
class ForgotView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient Passwords passwords;
    private final transient Texts texts;

    ForgotView(Templates templates, Passwords passwords, Texts texts) {
        super(templates);
        this.passwords = passwords;
        this.texts = texts;
        page().on("forgot", values -> ask(values.getOrDefault("email", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.forgot.title"));
        state("", "", false);
    }

    private void ask(String email) {
        try {
            passwords.forget(email, locale());
            state(email.strip(), "", true);
            getElement().executeJs("setTimeout(()=>this.querySelector('h1').focus())");
        } catch (Refused refused) {
            state(email, texts.get(locale(), refused.key(), refused.arguments()), false);
            getElement().executeJs("setTimeout(()=>this.querySelector('#email').focus())");
        }
    }

    private void state(String email, String error, boolean sent) {
        show("account/forgot.jte", Map.of("email", email, "error", error, "sent", sent));
    }
}
