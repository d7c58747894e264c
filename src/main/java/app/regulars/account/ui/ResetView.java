package app.regulars.account.ui;

import app.regulars.account.Confirmation;
import app.regulars.account.Passwords;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Chooses a password by a mailed link: a new one after it was forgotten, the first one for staff. */
@Route("reset/:token")
@AnonymousAllowed
class ResetView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient Passwords passwords;
    private final transient Texts texts;
    private String token;

    ResetView(Templates templates, Passwords passwords, Texts texts) {
        super(templates);
        this.passwords = passwords;
        this.texts = texts;
        page().on("choose", values -> choose(values.getOrDefault("password", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.reset.title"));
        token = event.getRouteParameters().get("token").orElse("");
        show(passwords.look(token), "", "");
    }

    private void choose(String password) {
        try {
            show(passwords.choose(token, password, locale()), "", "");
        } catch (Refused refused) {
            show(new Confirmation.PasswordNeeded(), password, texts.get(locale(), refused.key(), refused.arguments()));
            getElement().executeJs("setTimeout(()=>this.querySelector('#password').focus())");
        }
    }

    private void show(Confirmation answer, String typed, String error) {
        var state = switch (answer) {
            case Confirmation.PasswordNeeded needed -> "form";
            case Confirmation.Welcome welcome -> "done";
            case Confirmation.Expired expired -> "expired";
            case Confirmation.Used used -> "used";
            case Confirmation.Unknown unknown -> "unknown";
        };
        show("account/reset.jte", Map.of("state", state, "typed", typed, "error", error));
        if (answer instanceof Confirmation.Welcome welcome) {
            UI.getCurrent().getPage().setLocation("/enter/" + welcome.secret());
        }
    }
}
