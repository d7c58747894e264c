package app.regulars.staff.ui;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.SecondStep;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffSecondSteps;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/**
 * The second step of signing in: asks for a code, or sets the step up where there is none yet. Whoever stands here has given one proof
 * and reaches nothing else.
 */
@Route("second-step")
@AnonymousAllowed
class SecondStepView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient StaffSecondSteps steps;
    private final transient SecondStep step;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private boolean recovery;
    /** In this very page: a code was right. */
    private boolean passed;

    SecondStepView(Templates templates, StaffSecondSteps steps, SecondStep step, CurrentUser user, Texts texts) {
        super(templates);
        this.steps = steps;
        this.step = step;
        this.user = user;
        this.texts = texts;
        page().on("verify", values -> verify(values.get("code"))).on("confirm", values -> confirm(values.get("code")))
                .on("other", values -> other()).on("go", values -> go());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("staff.second.title"));
        if (step.waiting().isEmpty()) {
            event.forwardToUrl(user.staff().isPresent() ? "/console" : user.get().isPresent() ? "/my" : "/login");
            return;
        }
        state(List.of(), null);
    }

    private SignedIn me() {
        return step.waiting().orElseThrow(() -> new AccessDeniedException("nobody waits here"));
    }

    private void verify(String code) {
        try {
            steps.verify(me().staff(), code);
            passed = true;
            go();
        } catch (Refused refused) {
            state(List.of(), refused);
        }
    }

    private void confirm(String code) {
        try {
            var codes = steps.confirm(me().staff(), code);
            passed = true;
            state(codes, null);
        } catch (Refused refused) {
            state(List.of(), refused);
        }
    }

    /** Only once the step is passed: the codes are on the page then, or a code was just right. */
    private void go() {
        if (passed) {
            UI.getCurrent().getPage().setLocation(step.passed(parameter("continue").isEmpty() ? null : parameter("continue")));
        }
    }

    private void other() {
        recovery = !recovery;
        state(List.of(), null);
    }

    private void state(List<String> codes, Refused problem) {
        var me = me();
        var model = new HashMap<String, Object>();
        var asks = codes.isEmpty() && steps.isSetUp(me.staff());
        model.put("state", !codes.isEmpty() ? "done" : asks ? "ask" : "set-up");
        model.put("setup", codes.isEmpty() && !asks ? steps.begin(me.staff(), me.email()) : null);
        model.put("codes", codes);
        model.put("recovery", recovery);
        model.put("error", problem == null ? "" : texts.get(locale(), problem.key(), problem.arguments()));
        show("staff/second-step.jte", model);
        getElement().executeJs("setTimeout(()=>(this.querySelector('#code')??this.querySelector('h1'))?.focus())");
    }
}
