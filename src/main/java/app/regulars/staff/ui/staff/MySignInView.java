package app.regulars.staff.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffSecondSteps;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;

/** A member's own second step: set up, new recovery codes, another device. Every change asks for a fresh proof first. */
@Route("console/me")
@RolesAllowed(Roles.STAFF)
class MySignInView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient StaffSecondSteps steps;
    private final transient CurrentUser user;
    private final transient StepUp stepUp;
    private final transient Texts texts;
    private boolean settingUp;

    MySignInView(Templates templates, StaffSecondSteps steps, CurrentUser user, StepUp stepUp, Texts texts) {
        super(templates);
        this.steps = steps;
        this.user = user;
        this.stepUp = stepUp;
        this.texts = texts;
        page().on("set-up", values -> setUp()).on("confirm", values -> confirm(values.get("code")))
                .on("codes", values -> newCodes()).on("remove", values -> remove()).on("close", values -> close());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("staff.me.title"));
        state(List.of(), null);
    }

    private SignedIn me() {
        user.requireStaff();
        return user.get().orElseThrow();
    }

    private void setUp() {
        stepUp.require();
        settingUp = true;
        state(List.of(), null);
        getElement().executeJs("setTimeout(()=>this.querySelector('#code')?.focus())");
    }

    private void confirm(String code) {
        stepUp.require();
        try {
            var codes = steps.confirm(me().staff(), code);
            settingUp = false;
            state(codes, null);
        } catch (Refused refused) {
            state(List.of(), refused);
            getElement().executeJs("setTimeout(()=>this.querySelector('#code')?.focus())");
        }
    }

    private void newCodes() {
        stepUp.require();
        state(steps.renewCodes(me().staff()), null);
    }

    /** Where one is required, the next one is set up at once. */
    private void remove() {
        stepUp.require();
        steps.giveUp(me().staff());
        Notices.done(getTranslation("staff.me.removed"));
        settingUp = steps.isRequired();
        state(List.of(), null);
    }

    private void close() {
        settingUp = false;
        state(List.of(), null);
    }

    private void state(List<String> codes, Refused problem) {
        var me = me();
        var has = steps.isSetUp(me.staff());
        var model = new HashMap<String, Object>();
        model.put("has", has);
        model.put("required", steps.isRequired());
        model.put("left", steps.codesLeft(me.staff()));
        model.put("setup", settingUp && !has ? steps.begin(me.staff(), me.email()) : null);
        model.put("codes", codes);
        model.put("error", problem == null ? "" : texts.get(locale(), problem.key(), problem.arguments()));
        show("staff/me.jte", model);
    }
}
