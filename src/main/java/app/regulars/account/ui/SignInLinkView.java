package app.regulars.account.ui;

import app.regulars.account.MagicLinks;
import app.regulars.account.SignInPages;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Asks for a link that signs in, and is where it leads. Opening the link uses nothing up: a button does. */
@Route("sign-in")
@RouteAlias("sign-in/:token")
@AnonymousAllowed
class SignInLinkView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MagicLinks links;
    private final transient SignInPages pages;
    private final transient Texts texts;
    private String token;

    SignInLinkView(Templates templates, MagicLinks links, SignInPages pages, Texts texts) {
        super(templates);
        this.links = links;
        this.pages = pages;
        this.texts = texts;
        page().on("ask", values -> ask(values.getOrDefault("email", ""))).on("use", values -> use());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.link.title"));
        token = event.getRouteParameters().get("token").orElse(null);
        if (token == null) {
            state("ask", "", "");
        } else {
            links.look(token).ifPresentOrElse(email -> state("use", email, ""), () -> state("gone", "", ""));
        }
    }

    private void ask(String email) {
        try {
            links.ask(email, locale());
            state("sent", email.strip(), "");
            getElement().executeJs("setTimeout(()=>this.querySelector('h1').focus())");
        } catch (Refused refused) {
            state("ask", email, texts.get(locale(), refused.key(), refused.arguments()));
            getElement().executeJs("setTimeout(()=>this.querySelector('#email').focus())");
        }
    }

    private void use() {
        links.use(token).ifPresentOrElse(secret -> UI.getCurrent().getPage().setLocation("/enter/" + secret), () -> state("gone", "", ""));
    }

    private void state(String state, String email, String error) {
        show("account/link.jte", Map.of("state", state, "email", email, "error", error));
    }
}
