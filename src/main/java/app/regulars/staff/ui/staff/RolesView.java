package app.regulars.staff.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.RoleCard;
import app.regulars.staff.RoleDesk;
import app.regulars.staff.RoleForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Roles and what they may do. The address says which one is open, or that a new one is. */
@Route("console/roles")
@Menu(title = "staff.roles.title", order = 52, icon = "shield")
@RolesAllowed(Permissions.ROLES_CHANGE)
class RolesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient RoleDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    RolesView(Templates templates, RoleDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save).on("delete", values -> delete());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("staff.roles.title"));
        refresh(null, List.of());
    }

    private void save(Map<String, String> values) {
        var form = new RoleForm(values.get("nameEn"), values.get("nameFr"),
                values.getOrDefault("permissions", "").lines().filter(Permissions.codes()::contains).collect(Collectors.toSet()));
        var problems = desk.problems(form);
        if (problems.isEmpty()) {
            try {
                if (NEW.equals(parameter("role"))) {
                    var code = desk.create(form, user.requireStaff());
                    Notices.done(getTranslation("staff.roles.created"));
                    change(Map.of("role", code));
                } else {
                    desk.change(parameter("role"), form, user.requireStaff());
                    Notices.done(getTranslation("staff.roles.saved"));
                    refresh(null, List.of());
                }
                return;
            } catch (Refused refused) {
                problems = List.of(refused);
            }
        }
        refresh(form, problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void delete() {
        try {
            desk.delete(parameter("role"), user.requireStaff());
            Notices.done(getTranslation("staff.roles.deleted"));
            change(Map.of("role", ""));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void refresh(RoleForm typed, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var roles = desk.list();
        var adding = NEW.equals(parameter("role"));
        var open = adding ? null : roles.stream().filter(role -> role.code().equals(parameter("role"))).findFirst().orElse(roles.getFirst());
        var model = new HashMap<String, Object>();
        model.put("roles", roles);
        model.put("links", roles.stream().collect(Collectors.toMap(RoleCard::code, role -> address(Map.of("role", role.code())))));
        model.put("add", address(Map.of("role", NEW)));
        model.put("open", open);
        model.put("form", typed != null ? typed : open == null ? new RoleForm("", "", java.util.Set.of())
                : new RoleForm(open.name().en(), open.name().fr(), open.permissions()));
        model.put("areas", Permissions.ALL.stream().collect(Collectors.groupingBy(Permissions.Permission::area, LinkedHashMap::new, Collectors.toList())));
        model.put("errors", errors);
        show("staff/roles.jte", model);
    }
}
