package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomFieldDesk;
import app.regulars.customer.CustomerSettings;
import app.regulars.customer.FieldAudience;
import app.regulars.customer.FieldKind;
import app.regulars.customer.PartyKind;
import app.regulars.customer.StageDesk;
import app.regulars.customer.Stages;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shop wants to know of customers, the stages of their lives, and how closely it looks. Holds from the next page on. */
@Route("console/customer-setup")
@Menu(title = "customer.setup.menu", order = 52, icon = "gear")
@RolesAllowed(Permissions.CUSTOMERS_SETUP)
class CustomerSetupView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CustomFieldDesk fields;
    private final transient StageDesk stages;
    private final transient CustomerSettings settings;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** "field:" and a code or "new", "stage:" and a code or "new", or empty. */
    private String open = "";
    private Map<String, String> typed = Map.of();

    CustomerSetupView(Templates templates, CustomFieldDesk fields, StageDesk stages, CustomerSettings settings, CurrentUser user, Texts texts) {
        super(templates);
        this.fields = fields;
        this.stages = stages;
        this.settings = settings;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> open(values.getOrDefault("id", ""))).on("close", values -> open("")).on("save-field", this::saveField)
                .on("save-stage", this::saveStage)
                .on("retire-field", values -> done(() -> fields.retire(code(values), true, user.requireStaff())))
                .on("revive-field", values -> done(() -> fields.retire(code(values), false, user.requireStaff())))
                .on("retire-stage", values -> done(() -> stages.retire(code(values), true, user.requireStaff())))
                .on("revive-stage", values -> done(() -> stages.retire(code(values), false, user.requireStaff())))
                .on("forward", values -> done(() -> stages.forward(code(values), user.requireStaff())))
                .on("settings", values -> done(() -> settings.choose(choice(values), user.requireStaff())))
                .on("close-shop", values -> done(() -> settings.choose(CustomerSettings.Choice.CLOSE, user.requireStaff())))
                .on("large-shop", values -> done(() -> settings.choose(CustomerSettings.Choice.LARGE, user.requireStaff())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.setup.title"));
        refresh(List.of());
    }

    private void open(String what) {
        open = what;
        typed = Map.of();
        refresh(List.of());
        getElement().executeJs(what.isEmpty() ? "" : "setTimeout(()=>this.querySelector('form.setup-form input')?.focus())");
    }

    private void saveField(Map<String, String> values) {
        typed = Map.copyOf(values);
        var kind = Arrays.stream(FieldKind.values()).filter(each -> each.name().equals(values.get("kind"))).findFirst().orElse(null);
        var form = new CustomFieldDesk.Form(values.get("code"), values.get("labelEn"), values.get("labelFr"), kind, values.getOrDefault("choices", ""),
                Arrays.stream(PartyKind.values()).filter(each -> each.name().equals(values.get("appliesTo"))).findFirst().orElse(null), values.get("purposeEn"),
                values.get("purposeFr"), values.get("retention"),
                Arrays.stream(FieldAudience.values()).filter(each -> each.name().equals(values.get("shownTo"))).findFirst().orElse(null), values.containsKey("demographic"));
        var fresh = "field:new".equals(open);
        var problems = fields.problems(form, fresh);
        if (!problems.isEmpty()) {
            refused(problems);
            return;
        }
        attempt(() -> {
            if (fresh) {
                fields.add(form, user.requireStaff());
            } else {
                fields.change(open.substring("field:".length()), form, user.requireStaff());
            }
        });
    }

    private void saveStage(Map<String, String> values) {
        typed = Map.copyOf(values);
        var fresh = "stage:new".equals(open);
        var form = new StageDesk.Form(fresh ? values.get("code") : open.substring("stage:".length()), values.get("labelEn"), values.get("labelFr"), values.get("event"));
        attempt(() -> {
            if (fresh) {
                stages.add(form, user.requireStaff());
            } else {
                stages.change(form, user.requireStaff());
            }
        });
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("customer.record.saved"));
            open("");
        } catch (Refused refused) {
            refused(List.of(refused));
        }
    }

    private void refused(List<Refused> problems) {
        refresh(problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void done(Runnable deed) {
        try {
            deed.run();
            Notices.done(getTranslation("customer.record.saved"));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh(List.of());
    }

    private static String code(Map<String, String> values) {
        return values.getOrDefault("id", "");
    }

    private static CustomerSettings.Choice choice(Map<String, String> values) {
        var size = values.getOrDefault("size", "50");
        return new CustomerSettings.Choice(values.containsKey("notes"), values.containsKey("groups"), size.matches("\\d{1,3}") ? Integer.parseInt(size) : 50);
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("fields", fields.list());
        model.put("stages", stages.list());
        model.put("events", Stages.EVENTS);
        model.put("settings", settings.now());
        model.put("open", open);
        model.put("typed", typed);
        model.put("errors", errors);
        show("customer/setup.jte", model);
    }
}
