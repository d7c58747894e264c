package app.regulars.staff.ui.staff;

import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDesk;
import app.regulars.staff.StaffRole;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
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
import java.util.UUID;

/** Who works here: take somebody on, change the work, end the sign-in. */
@Route("console/staff")
@Menu(title = "staff.title", order = 51, icon = "user")
@RolesAllowed(Roles.MANAGER)
class StaffListView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient StaffDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private boolean adding;
    private Map<String, String> typed = Map.of();

    StaffListView(Templates templates, StaffDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("add", values -> adding(true)).on("close", values -> adding(false)).on("create", this::create)
                .on("role", values -> done(() -> desk.assign(id(values), role(values.get("value")), user.requireStaff()), "staff.assigned"))
                .on("invite", values -> done(() -> desk.inviteAgain(id(values), locale(), user.requireStaff()), "staff.invited"))
                .on("suspend", values -> done(() -> desk.activate(id(values), false, user.requireStaff()), "staff.suspended"))
                .on("activate", values -> done(() -> desk.activate(id(values), true, user.requireStaff()), "staff.activated"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("staff.title"));
        refresh(List.of());
    }

    private void adding(boolean yes) {
        adding = yes;
        typed = Map.of();
        refresh(List.of());
        getElement().executeJs(yes ? "setTimeout(()=>this.querySelector('#name')?.focus())" : "setTimeout(()=>this.querySelector('#add-staff')?.focus())");
    }

    private void create(Map<String, String> values) {
        typed = Map.copyOf(values);
        var language = Languages.code(Languages.of(values.get("language")));
        var person = new NewStaff(values.get("name"), values.get("email"), role(values.get("role")), List.of(language), values.get("team"));
        var problems = desk.problems(person);
        if (problems.isEmpty()) {
            desk.create(person, Languages.of(language), user.requireStaff());
            Notices.done(getTranslation("staff.created"));
            adding(false);
            return;
        }
        refresh(problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void done(Runnable deed, String said) {
        try {
            deed.run();
            Notices.done(getTranslation(said));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh(List.of());
    }

    private static StaffRole role(String name) {
        return Arrays.stream(StaffRole.values()).filter(role -> role.name().equals(name)).findFirst().orElse(null);
    }

    private static StaffId id(Map<String, String> values) {
        try {
            return new StaffId(UUID.fromString(values.getOrDefault("id", "")));
        } catch (IllegalArgumentException notAnId) {
            throw new app.regulars.platform.NotFound();
        }
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("rows", desk.list());
        model.put("roles", StaffRole.values());
        model.put("adding", adding);
        model.put("typed", typed);
        model.put("errors", errors);
        show("staff/staff.jte", model);
    }
}
