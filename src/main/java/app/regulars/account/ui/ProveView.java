package app.regulars.account.ui;

import app.regulars.account.Passkeys;
import app.regulars.account.Proofs;
import app.regulars.account.SignInPages;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;

/** Asks somebody who is signed in to show again who she is, and goes back to where that was asked for. */
@Route("prove")
@JsModule("./regulars-passkey.ts")
@PermitAll
class ProveView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient Proofs proofs;
    private final transient Passkeys passkeys;
    private final transient SignInPages pages;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private boolean code;

    ProveView(Templates templates, Proofs proofs, Passkeys passkeys, SignInPages pages, CurrentUser user, Texts texts) {
        super(templates);
        this.proofs = proofs;
        this.passkeys = passkeys;
        this.pages = pages;
        this.user = user;
        this.texts = texts;
        page().on("password", values -> prove("password", () -> proofs.byPassword(me(), values.getOrDefault("password", ""))))
                .on("code", values -> prove("code", () -> proofs.byCode(me(), values.getOrDefault("code", ""))))
                .on("mail", values -> mail()).on("passkey", values -> passkey());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.prove.title"));
        if (user.get().isEmpty()) {
            event.forwardToUrl("/login");
            return;
        }
        code = !proofs.ways(me()).password();
        state(false, null);
    }

    private SignedIn me() {
        return user.get().orElseThrow(app.regulars.platform.NotFound::new);
    }

    private void mail() {
        code = true;
        try {
            proofs.mailCode(me(), locale());
            state(true, null);
            focus("code");
        } catch (Refused refused) {
            state(false, refused);
        }
    }

    private void prove(String field, Runnable deed) {
        try {
            deed.run();
            UI.getCurrent().getPage().setLocation(pages.page(parameter("continue")).orElseGet(() -> user.staff().isPresent() ? "/console" : "/my"));
        } catch (Refused refused) {
            state("code".equals(field), refused);
            focus(field);
        }
    }

    private void passkey() {
        var question = passkeys.questionToMe();
        getElement().executeJs("return window.regularsPasskey.get($0)", question.json()).then(String.class, answer -> {
            if (answer.isEmpty()) {
                state(false, new Refused("account.passkey.given-up"));
            } else {
                prove("", () -> passkeys.prove(me(), question, answer));
            }
        });
    }

    private void focus(String field) {
        getElement().executeJs("setTimeout(()=>$0 && this.querySelector('#'+$0)?.focus())", field);
    }

    private void state(boolean sent, Refused problem) {
        var model = new HashMap<String, Object>();
        model.put("ways", proofs.ways(me()));
        model.put("passkey", !passkeys.list(me()).isEmpty());
        model.put("email", me().email());
        model.put("code", code);
        model.put("sent", sent);
        model.put("error", problem == null ? "" : texts.get(locale(), problem.key(), problem.arguments()));
        show("account/prove.jte", model);
    }
}
