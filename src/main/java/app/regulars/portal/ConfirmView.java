package app.regulars.portal;

import app.regulars.account.Confirmation;
import app.regulars.account.SignUp;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** The mailed link of a registration. Opening it changes nothing by itself in a stranger's browser, a mail scanner's for instance. */
@Route("confirm/:token")
@AnonymousAllowed
class ConfirmView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient SignUp signUp;
    private final transient CurrentCart cart;
    private final transient Texts texts;
    private String token;

    ConfirmView(Templates templates, SignUp signUp, CurrentCart cart, Texts texts) {
        super(templates);
        this.signUp = signUp;
        this.cart = cart;
        this.texts = texts;
        page().on("confirm", values -> confirm(values.getOrDefault("password", "")));
        page().on("renew", values -> {
            signUp.renew(token);
            state("renewed", "");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.confirm.title"));
        token = event.getRouteParameters().get("token").orElse("");
        confirm(null);
    }

    private void confirm(String password) {
        try {
            switch (signUp.confirm(token, password, id -> Registered.here(VaadinSession.getCurrent(), id))) {
                case Confirmation.Welcome welcome -> enter(welcome.secret());
                case Confirmation.PasswordNeeded needed -> state("password", "");
                case Confirmation.Expired expired -> state("expired", "");
                case Confirmation.Used used -> state("used", "");
                case Confirmation.Unknown unknown -> state("unknown", "");
            }
        } catch (Refused refused) {
            state("password", texts.get(locale(), refused.key(), refused.arguments()));
            getElement().executeJs("setTimeout(()=>this.querySelector('#password').focus())");
        }
    }

    private void enter(String secret) {
        Deeds.done("register-confirmed");
        var onward = Registered.onward(VaadinSession.getCurrent()).orElseGet(() -> cart.summary().pieces() > 0 ? "/cart" : "/my");
        state("welcome", "");
        UI.getCurrent().getPage().setLocation("/enter/" + secret + "?continue=" + onward);
    }

    private void state(String state, String error) {
        show("portal/confirm.jte", Map.of("state", state, "error", error));
    }
}
