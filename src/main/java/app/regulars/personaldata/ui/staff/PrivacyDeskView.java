package app.regulars.personaldata.ui.staff;

import app.regulars.personaldata.FieldUse;
import app.regulars.personaldata.NewRequest;
import app.regulars.personaldata.PrivacyDesk;
import app.regulars.personaldata.PrivacyRegister;
import app.regulars.personaldata.RequestKind;
import app.regulars.personaldata.RequestState;
import app.regulars.personaldata.Retention;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests about people's data, incidents, assessments, retention and unused fields. The address says which tab and what is open. */
@Route("console/privacy")
@Menu(title = "personaldata.desk.title", order = 45, icon = "shield")
@RolesAllowed(Permissions.PRIVACY_HANDLE)
class PrivacyDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of("requests", "closed", "incidents", "assessments", "retention", "fields");
    private static final String NEW = "new";

    private final transient PrivacyDesk desk;
    private final transient PrivacyRegister register;
    private final transient Retention retention;
    private final transient FieldUse fields;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Clock clock;
    private String looked = "";
    private Map<String, String> typed = Map.of();
    private Map<String, String> errors = Map.of();
    private transient Retention.Trial trial;

    PrivacyDeskView(Templates templates, PrivacyDesk desk, PrivacyRegister register, Retention retention, FieldUse fields, StaffDirectory staff, CurrentUser user,
                    Texts texts, Clock clock) {
        super(templates);
        this.desk = desk;
        this.register = register;
        this.retention = retention;
        this.fields = fields;
        this.staff = staff;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        page().on("enter", values -> attempt(values, this::enter))
                .on("take", values -> attempt(values, given -> desk.take(parameter("open"), user.requireStaff())))
                .on("note", values -> attempt(values, given -> desk.note(parameter("open"), given.get("text"), user.requireStaff())))
                .on("answer", values -> attempt(values, given -> desk.answer(parameter("open"), given.get("text"), user.requireStaff())))
                .on("done", values -> attempt(values, given -> desk.close(parameter("open"), RequestState.DONE, given.get("text"), user.requireStaff())))
                .on("decline", values -> attempt(values, given -> desk.close(parameter("open"), RequestState.DECLINED, given.get("text"), user.requireStaff())))
                .on("incident", values -> attempt(values, given -> register.save(openId(), given, user.requireStaff())))
                .on("assessment", values -> attempt(values, given -> register.assess(openId(), given, user.requireStaff())))
                .on("rule", values -> attempt(values, given -> retention.change(given.getOrDefault("code", ""), months(given), "on".equals(given.get("active"))
                        || "true".equals(given.get("active")), user.requireStaff())))
                .on("try", values -> {
                    trial = retention.dryRun(values.getOrDefault("code", ""));
                    refresh();
                });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("personaldata.desk.title"));
        typed = Map.of();
        errors = Map.of();
        trial = null;
        refresh();
    }

    @FunctionalInterface
    private interface Deed {
        void on(Map<String, String> values);
    }

    private void attempt(Map<String, String> values, Deed deed) {
        typed = Map.copyOf(values);
        try {
            deed.on(values);
            typed = Map.of();
            errors = Map.of();
            Notices.done(getTranslation("personaldata.desk.kept"));
            if (NEW.equals(parameter("open"))) {
                change(Map.of("open", ""));
                return;
            }
        } catch (Refused refused) {
            var text = texts.get(locale(), refused.key(), refused.arguments());
            errors = Map.of(String.valueOf(refused.field()), text);
            Notices.error(text);
        }
        refresh();
    }

    private void enter(Map<String, String> values) {
        var kind = Arrays.stream(RequestKind.values()).filter(each -> each.code().equals(values.get("kind"))).findFirst().orElseThrow(NotFound::new);
        var channel = List.of("mail", "phone", "counter").contains(values.get("channel")) ? values.get("channel") : "mail";
        desk.enter(new NewRequest(kind, null, values.get("name"), values.get("email"), Languages.of(values.getOrDefault("language", "en")), values.get("words"), channel),
                user.requireStaff());
    }

    private static int months(Map<String, String> values) {
        try {
            return Integer.parseInt(values.getOrDefault("months", "").strip());
        } catch (NumberFormatException notANumber) {
            throw new Refused("personaldata.form.number", "months", Map.of());
        }
    }

    /** Null for a new one. */
    private UUID openId() {
        try {
            return NEW.equals(parameter("open")) ? null : UUID.fromString(parameter("open"));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh() {
        var tab = TABS.contains(parameter("tab")) ? parameter("tab") : "requests";
        var model = new HashMap<String, Object>();
        var tabs = new java.util.LinkedHashMap<String, String>();
        TABS.forEach(each -> tabs.put(each, "/console/privacy" + (each.equals("requests") ? "" : "?tab=" + each)));
        model.put("tabs", tabs);
        model.put("tab", tab);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("open", parameter("open"));
        switch (tab) {
            case "incidents" -> model.put("incidents", register.incidents());
            case "assessments" -> model.put("assessments", register.assessments());
            case "retention" -> model.put("rules", retention.rules());
            case "fields" -> model.put("fields", fields.report());
            default -> requests(model, tab);
        }
        model.put("trial", trial);
        model.put("now", clock.instant());
        show("personaldata/desk.jte", model);
    }

    private void requests(Map<String, Object> model, String tab) {
        model.put("requests", tab.equals("closed") ? desk.closed() : desk.open());
        if (!parameter("open").isEmpty() && !NEW.equals(parameter("open"))) {
            var file = parameter("open").equals(looked) ? desk.find(looked) : desk.read(parameter("open"), user.requireStaff());
            looked = parameter("open");
            model.put("file", file);
            var people = new java.util.HashSet<app.regulars.platform.identity.StaffId>();
            file.steps().stream().map(step -> step.by()).filter(java.util.Objects::nonNull).forEach(people::add);
            if (file.row().owner() != null) {
                people.add(file.row().owner());
            }
            model.put("names", staff.cards(people));
        }
    }
}
