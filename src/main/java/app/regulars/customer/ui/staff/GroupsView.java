package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerGroup;
import app.regulars.customer.GroupDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
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
import java.util.UUID;

/** Groups of customers, and who is in the one that is looked at. */
@Route("console/groups")
@Menu(title = "customer.groups.menu", order = 43, icon = "people")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class GroupsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 10_000;
    /** The parameter with the filters of the list, for a new group that fills itself by them. */
    private static final String CONDITIONS = "conditions";

    private final transient GroupDesk desk;
    private final transient FilterChoices choices;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** "new", the code of the group whose name is being changed, or empty. */
    private String editing = "";

    GroupsView(Templates templates, GroupDesk desk, FilterChoices choices, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.choices = choices;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> edit(values.getOrDefault("id", ""))).on("close", values -> edit("")).on("save", this::save)
                .on("retire", values -> done(() -> desk.retire(values.getOrDefault("id", ""), true, user.requireStaff())))
                .on("revive", values -> done(() -> desk.retire(values.getOrDefault("id", ""), false, user.requireStaff())))
                .on("join", this::join)
                .on("leave", values -> done(() -> desk.leave(parameter("group"), customer(values.get("id")), user.requireStaff())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var asked = parameter(CONDITIONS).isEmpty() || !user.may(Permissions.CUSTOMERS_SETUP) ? "" : "new";
        editing = asked;
        title(getTranslation("customer.groups.title"));
        refresh(Map.of(), List.of());
    }

    private void edit(String what) {
        editing = what;
        if (what.isEmpty() && !parameter(CONDITIONS).isEmpty()) {
            change(Map.of(CONDITIONS, ""));
            return;
        }
        refresh(Map.of(), List.of());
        getElement().executeJs(what.isEmpty() ? "setTimeout(()=>this.querySelector('[data-action=open]')?.focus())"
                : "setTimeout(()=>this.querySelector('form.setup-form input')?.focus())");
    }

    private void save(Map<String, String> values) {
        var fresh = "new".equals(editing);
        var form = new GroupDesk.Form(fresh ? values.get("code") : editing, values.get("nameEn"), values.get("nameFr"),
                fresh && !parameter(CONDITIONS).isEmpty() ? parameter(CONDITIONS) : null);
        var problems = desk.problems(form, fresh);
        if (problems.isEmpty()) {
            if (fresh) {
                desk.add(form, user.requireStaff());
            } else {
                desk.change(form, user.requireStaff());
            }
            Notices.done(getTranslation("customer.record.saved"));
            if (fresh) {
                change(Map.of(CONDITIONS, "", "page", "", "group", form.code()));
            } else {
                edit("");
            }
        } else {
            refused(values, problems);
        }
    }

    private void join(Map<String, String> values) {
        try {
            desk.join(parameter("group"), values.get("who"), user.requireStaff());
            Notices.done(getTranslation("customer.group.joined"));
            refresh(Map.of(), List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#who')?.focus())");
        } catch (Refused refused) {
            refused(values, List.of(refused));
        }
    }

    private void refused(Map<String, String> values, List<Refused> problems) {
        refresh(values, problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void done(Runnable deed) {
        deed.run();
        Notices.done(getTranslation("customer.record.saved"));
        refresh(Map.of(), List.of());
    }

    private static CustomerId customer(String typed) {
        try {
            return new CustomerId(UUID.fromString(String.valueOf(typed)));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh(Map<String, String> typed, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var groups = desk.list();
        var open = groups.stream().filter(group -> group.code().equals(parameter("group"))).findFirst().orElse(null);
        var at = number("page", 1, 1, MOST_PAGES);
        var model = new HashMap<String, Object>();
        model.put("groups", groups);
        model.put("open", open);
        model.put("members", open == null ? List.of() : desk.members(open.code(), at - 1, SIZE));
        model.put("previous", at > 1 ? address(Map.of("page", String.valueOf(at - 1))) : null);
        model.put("next", open != null && open.members() > (long) at * SIZE ? address(Map.of("page", String.valueOf(at + 1))) : null);
        var conditions = new HashMap<String, List<String>>();
        groups.stream().filter(CustomerGroup::fillsItself).forEach(group -> conditions.put(group.code(), choices.shown(group.conditions(), locale())));
        model.put("conditions", conditions);
        model.put("asked", parameter(CONDITIONS).isEmpty() ? List.of() : choices.shown(desk.asked(parameter(CONDITIONS)), locale()));
        model.put("mayExport", user.may(Permissions.DATA_EXPORT));
        model.put("editing", editing);
        model.put("maySetUp", user.may(Permissions.CUSTOMERS_SETUP));
        model.put("mayChange", user.may(Permissions.CUSTOMERS_CHANGE));
        model.put("typed", typed);
        model.put("errors", errors);
        show("customer/groups.jte", model);
    }
}
