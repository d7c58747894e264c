package app.regulars.account.ui;

import app.regulars.account.MyAccount;
import app.regulars.account.MyEmail;
import app.regulars.account.Passkeys;
import app.regulars.account.Passwords;
import app.regulars.account.SignIns;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How somebody signs in and where she is signed in, the same for customers and staff. What could hurt is opened by the address
 * (?do=password) and asks for a fresh proof before anything is typed.
 */
@JsModule("./regulars-passkey.ts")
abstract class SecurityPage extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Set<String> CAREFUL = Set.of("password", "email", "close", "passkey");

    private final transient Doors doors;
    private final boolean staff;
    private String typed = "";
    private transient Passkeys.NewQuestion question;

    /** What the page opens on. */
    @org.springframework.stereotype.Component
    record Doors(MyAccount account, MyEmail email, Passwords passwords, Passkeys passkeys, SignIns signIns, StepUp stepUp, CurrentUser user, Texts texts) {
    }

    SecurityPage(Templates templates, Doors doors, boolean staff) {
        super(templates);
        this.doors = doors;
        this.staff = staff;
        page().on("open", values -> change(Map.of("do", values.getOrDefault("what", ""))))
                .on("close", values -> change(Map.of("do", "")))
                .on("password", values -> careful("password", () -> doors.passwords().change(me(), values.getOrDefault("password", ""), locale()),
                        "account.security.password.done", values.getOrDefault("password", "")))
                .on("email", values -> careful("email", () -> doors.email().ask(me(), values.getOrDefault("email", ""), locale()), "account.security.email.done",
                        values.getOrDefault("email", "")))
                .on("email-forget", values -> done(() -> doors.email().forget(me()), "account.security.email.forgotten"))
                .on("end", values -> done(() -> doors.signIns().end(me(), id(values)), "account.security.ended"))
                .on("end-others", values -> done(() -> doors.signIns().endOthers(me()), "account.security.ended.others"))
                .on("rename", values -> done(() -> doors.passkeys().rename(me(), id(values), values.get("value")), "account.security.passkey.renamed"))
                .on("remove", values -> {
                    doors.stepUp().require();
                    done(() -> doors.passkeys().remove(me(), id(values)), "account.security.passkey.removed");
                })
                .on("passkey", values -> addPasskey(values.getOrDefault("label", "")))
                .on("close-account", values -> {
                    doors.stepUp().require();
                    doors.account().close(me(), locale());
                });
    }

    private SignedIn me() {
        return doors.user().get().orElseThrow(NotFound::new);
    }

    private static UUID id(Map<String, String> values) {
        try {
            return UUID.fromString(values.getOrDefault("id", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.security.title"));
        typed = "";
        if (CAREFUL.contains(parameter("do")) && !doors.stepUp().isFresh()) {
            event.forwardToUrl(StepUp.page(address(Map.of())));
            return;
        }
        refresh(null);
        if (!parameter("do").isEmpty()) {
            getElement().executeJs("setTimeout(()=>this.querySelector('.safe-form input:not([hidden]), .safe-form button')?.focus())");
        }
    }

    private void careful(String field, Runnable deed, String said, String value) {
        doors.stepUp().require();
        typed = value;
        try {
            deed.run();
            Notices.done(getTranslation(said));
            change(Map.of("do", ""));
        } catch (Refused refused) {
            refresh(refused);
            getElement().executeJs("setTimeout(()=>this.querySelector('#'+$0)?.focus())", field);
        }
    }

    private void done(Runnable deed, String said) {
        deed.run();
        Notices.done(getTranslation(said));
        refresh(null);
    }

    private void addPasskey(String label) {
        doors.stepUp().require();
        typed = label;
        question = doors.passkeys().newQuestion(me());
        getElement().executeJs("return window.regularsPasskey.create($0)", question.json()).then(String.class, answer -> {
            var asked = question;
            question = null;
            if (asked == null || answer.isEmpty()) {
                refresh(new Refused("account.passkey.given-up"));
                return;
            }
            try {
                doors.passkeys().add(me(), asked, answer, label, locale());
                Notices.done(getTranslation("account.security.passkey.added"));
                change(Map.of("do", ""));
            } catch (Refused refused) {
                refresh(refused);
            }
        });
    }

    private void refresh(Refused problem) {
        var model = new HashMap<String, Object>();
        model.put("staff", staff);
        model.put("open", parameter("do"));
        model.put("email", me().email());
        model.put("waiting", doors.email().waiting(me()).orElse(""));
        model.put("password", doors.account().keys(me()).password());
        model.put("passkeys", doors.passkeys().list(me()));
        model.put("places", doors.signIns().places(me()));
        model.put("typed", typed);
        model.put("error", problem == null ? "" : doors.texts().get(locale(), problem.key(), problem.arguments()));
        show("account/security.jte", model);
    }
}
