package app.regulars.account.ui;

import app.regulars.account.Passkeys;
import app.regulars.account.Providers;
import app.regulars.account.SignInPages;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form is an ordinary one: it posts to Spring Security and the answer is a new page with a new session id. */
@Route("login")
@JsModule("./regulars-passkey.ts")
@AnonymousAllowed
class LoginView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient SignInPages pages;
    private final transient Passkeys passkeys;
    private final transient Providers providers;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final Fragment form = new Fragment("login");

    LoginView(Templates templates, SignInPages pages, Passkeys passkeys, Providers providers, CurrentUser user, Texts texts) {
        this.templates = templates;
        this.pages = pages;
        this.passkeys = passkeys;
        this.providers = providers;
        this.user = user;
        this.texts = texts;
        getContent().add(form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var onward = pages.page(parameters.getSingleParameter("continue").orElse(null)).orElse(null);
        if (user.get().isPresent()) {
            event.forwardToUrl(onward != null ? onward : user.staff().isPresent() ? "/console" : "/my");
            return;
        }
        var request = VaadinRequest.getCurrent();
        var model = new HashMap<String, Object>();
        model.put("token", pages.token(request));
        model.put("email", pages.takeTyped(request));
        model.put("onward", onward);
        model.put("providers", providers.list());
        model.put("problem", List.of("wrong", "wait", "again", "ready", "ended", "moved", "closed", "provider").stream().filter(parameters.getParameters()::containsKey).findFirst().orElse(""));
        model.put("wait", parameters.getSingleParameter("wait").filter(text -> text.matches("[1-9][0-9]?")).orElse("1"));
        form.show(templates.render("account/login.jte", event.getUI().getLocale(), model));
        offerPasskeys(onward);
        getElement().executeJs("setTimeout(()=>{const name=this.querySelector('#username');(name&&name.value?this.querySelector('#password'):name)?.focus()})");
    }

    /** The device may answer at any time while the page is open, by the button or by the list under the address. */
    private void offerPasskeys(String onward) {
        var question = passkeys.question();
        getElement().executeJs("return window.regularsPasskey.offer(this, $0)", question.json()).then(String.class, answer -> {
            var locale = getUI().orElseThrow().getLocale();
            try {
                if (answer.isEmpty()) {
                    throw new Refused("account.passkey.given-up");
                }
                var secret = passkeys.signIn(question, answer);
                getUI().ifPresent(ui -> ui.getPage().setLocation("/enter/" + secret
                        + (onward == null ? "" : "?continue=" + URLEncoder.encode(onward, StandardCharsets.UTF_8))));
            } catch (Refused refused) {
                form.patch("#passkey-problem", templates.render("account/problem.jte", locale,
                        Map.of("words", texts.get(locale, refused.key(), refused.arguments()))));
                offerPasskeys(onward);
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.login.title");
    }
}
