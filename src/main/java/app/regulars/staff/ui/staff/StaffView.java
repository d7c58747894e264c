package app.regulars.staff.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.StepUp;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.NewStaff;
import app.regulars.staff.RoleDesk;
import app.regulars.staff.StaffDesk;
import app.regulars.staff.StaffEntry;
import app.regulars.staff.StaffSecondSteps;
import app.regulars.staff.Suspension;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;

/** Who works here: take somebody on, give roles, let somebody go. The address says whose panel is open, or that a new one is. */
@Route("console/staff")
@Menu(title = "staff.title", order = 51, icon = "user")
@RolesAllowed(Permissions.STAFF_CHANGE)
class StaffView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient StaffDesk desk;
    private final transient RoleDesk roles;
    private final transient Suspension suspension;
    private final transient StaffSecondSteps steps;
    private final transient StepUp stepUp;
    private final boolean demo;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private Map<String, String> typed = Map.of();

    StaffView(Templates templates, StaffDesk desk, RoleDesk roles, Suspension suspension, StaffSecondSteps steps, CurrentUser user, StepUp stepUp, Texts texts,
              @Value("${regulars.demo:false}") boolean demo) {
        super(templates);
        this.desk = desk;
        this.roles = roles;
        this.suspension = suspension;
        this.steps = steps;
        this.stepUp = stepUp;
        this.demo = demo;
        this.user = user;
        this.texts = texts;
        page().on("create", this::create).on("assign", this::assign).on("suspend", this::suspend)
                .on("invite", values -> done(() -> desk.inviteAgain(open(), locale(), user.requireStaff()), "staff.invited"))
                .on("reset", values -> reset()).on("require", values -> require("true".equals(values.get("yes"))))
                .on("activate", values -> done(() -> desk.reinstate(open(), user.requireStaff()), "staff.activated"));
        Live.on("staff", this, () -> {
            if (!NEW.equals(parameter("open"))) {
                refresh(List.of());
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("staff.title"));
        typed = Map.of();
        refresh(List.of());
        getElement().executeJs("setTimeout(()=>(this.querySelector('.side-panel h2')??{focus(){}}).focus())");
    }

    private void create(Map<String, String> values) {
        typed = Map.copyOf(values);
        var language = Languages.code(Languages.of(values.get("language")));
        var person = new NewStaff(values.get("name"), values.get("email"), chosen(values), List.of(language), values.get("team"));
        var problems = desk.problems(person);
        if (problems.isEmpty()) {
            try {
                var id = desk.create(person, Languages.of(language), user.requireStaff());
                Notices.done(getTranslation("staff.created"));
                change(Map.of("open", id.toString()));
                return;
            } catch (Refused refused) {
                problems = List.of(refused);
            }
        }
        refresh(problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void reset() {
        stepUp.require();
        done(() -> desk.resetSecondStep(open(), user.requireStaff()), "staff.second.reset.done");
    }

    private void require(boolean yes) {
        stepUp.require();
        done(() -> desk.requireSecondStep(yes, user.requireStaff()), yes ? "staff.second.now-required" : "staff.second.now-optional");
    }

    private void assign(Map<String, String> values) {
        typed = Map.copyOf(values);
        done(() -> desk.assign(open(), chosen(values), user.requireStaff()), "staff.assigned");
    }

    private void suspend(Map<String, String> values) {
        stepUp.require();
        typed = Map.copyOf(values);
        var to = values.getOrDefault("to", "");
        done(() -> suspension.suspend(open(), to.isEmpty() ? null : id(to), values.get("reason"), user.requireStaff()), "staff.suspended");
    }

    private void done(Runnable deed, String said) {
        try {
            deed.run();
            typed = Map.of();
            Notices.done(getTranslation(said));
            refresh(List.of());
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
            refresh(List.of(refused));
        }
    }

    /** Check boxes of one name come as lines of one value. */
    private static Set<String> chosen(Map<String, String> values) {
        return values.getOrDefault("roles", "").lines().filter(line -> !line.isBlank()).collect(Collectors.toSet());
    }

    private StaffId open() {
        return id(parameter("open"));
    }

    private static StaffId id(String text) {
        try {
            return new StaffId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var rows = desk.list();
        var adding = NEW.equals(parameter("open"));
        var open = rows.stream().filter(row -> row.id().toString().equals(parameter("open"))).findFirst().orElse(null);
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("roles", roles.list());
        model.put("names", roles.list().stream().collect(Collectors.toMap(role -> role.code(), role -> role.name())));
        model.put("links", rows.stream().collect(Collectors.toMap(StaffEntry::id, row -> address(Map.of("open", row.id().toString())))));
        model.put("adding", adding);
        model.put("add", address(Map.of("open", NEW)));
        model.put("back", address(Map.of("open", "")));
        model.put("open", open);
        model.put("self", open != null && open.id().equals(user.requireStaff()));
        model.put("matters", open == null || !open.active() ? Map.of() : suspension.preview(open.id()));
        model.put("required", steps.isRequired());
        model.put("demo", demo);
        model.put("typed", typed);
        model.put("errors", errors);
        show("staff/staff.jte", model);
    }
}
