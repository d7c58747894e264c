package app.regulars.incentive.ui.staff;

import app.regulars.incentive.IncentiveDesk;
import app.regulars.incentive.IncentiveForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is offered to those who register, and how many did, with it and without. */
@Route("console/incentive")
@Menu(title = "incentive.title", order = 31, icon = "star")
@RolesAllowed(Permissions.SHOP_SETUP)
class IncentiveView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient IncentiveDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    IncentiveView(Templates templates, IncentiveDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("incentive.title"));
        refresh(kept(), List.of());
    }

    private IncentiveForm kept() {
        var now = desk.current();
        return new IncentiveForm(now.on(), now.worth().isZero() ? "" : now.worth().amount().stripTrailingZeros().toPlainString(), now.text().en(), now.text().fr());
    }

    private void save(Map<String, String> values) {
        var form = new IncentiveForm("on".equals(values.get("on")), values.get("amount"), values.get("textEn"), values.get("textFr"));
        var problems = desk.problems(form);
        if (problems.isEmpty()) {
            desk.change(form, user.requireStaff());
            Notices.done(getTranslation("incentive.saved"));
            refresh(kept(), List.of());
            return;
        }
        refresh(form, problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void refresh(IncentiveForm form, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("errors", errors);
        model.put("months", desk.report());
        show("incentive/desk.jte", model);
    }
}
