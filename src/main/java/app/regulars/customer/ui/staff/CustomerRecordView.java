package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.CustomerRecordFile;
import app.regulars.customer.MemberRole;
import app.regulars.customer.PartyRole;
import app.regulars.customer.ProfileAnswers;
import app.regulars.customer.StageDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A customer's record: details, answers, roles, stage, people of a company, and every change of it. */
@Route("console/customers/:number/record")
@RolesAllowed(Permissions.CUSTOMERS_CHANGE)
class CustomerRecordView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CustomerRecordDesk desk;
    private final transient StageDesk stages;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private CustomerId shown;
    private Map<String, String> typed = Map.of();
    private boolean adding;

    CustomerRecordView(Templates templates, CustomerRecordDesk desk, StageDesk stages, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.stages = stages;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save)
                .on("roles", values -> done(() -> desk.assign(shown, chosen(values), user.requireStaff()), "customer.record.saved"))
                .on("stage", values -> done(() -> stages.put(shown, values.getOrDefault("stage", ""), values.get("reason"), user.requireStaff()), "customer.record.saved"))
                .on("add", values -> adding(true)).on("close", values -> adding(false)).on("add-member", this::addMember)
                .on("member-role", values -> done(() -> desk.changeMember(shown, id(values), role(values.get("value")), user.requireStaff()), "customer.record.saved"))
                .on("remove-member", values -> done(() -> desk.removeMember(shown, id(values), user.requireStaff()), "customer.record.member.removed"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var file = desk.open(event.getRouteParameters().get("number").orElse(""), user.requireStaff());
        if (!file.card().id().equals(shown)) {
            shown = file.card().id();
            Live.on("customer:" + shown, this, this::lookAgain);
        }
        typed = Map.of();
        title(file.card().displayName());
        show(file, List.of());
    }

    /** What was changed elsewhere is shown, unless something is being typed here. */
    private void lookAgain() {
        if (typed.isEmpty()) {
            show(desk.file(shown), List.of());
        }
    }

    private void save(Map<String, String> values) {
        typed = Map.copyOf(values);
        var custom = values.entrySet().stream().filter(entry -> entry.getKey().startsWith("custom-")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var form = new CustomerRecordDesk.Form(values.get("name"), values.get("phone"), Languages.of(values.get("language")), values.get("company"),
                values.get("companyKind"), values.get("taxNumber"), values.get("paymentDays"), values.get("note"), answers(values), custom);
        var problems = desk.problems(shown, form);
        if (problems.isEmpty()) {
            desk.change(shown, form, user.requireStaff());
            typed = Map.of();
            Notices.done(getTranslation("customer.record.saved"));
        }
        show(desk.file(shown), problems);
        if (!problems.isEmpty()) {
            focusOnProblem();
        }
    }

    static ProfileAnswers answers(Map<String, String> values) {
        return new ProfileAnswers(values.get("size"), values.get("activity"), values.get("need"), values.get("needText"), values.get("channel"), values.get("occupation"));
    }

    private static Set<String> chosen(Map<String, String> values) {
        return values.getOrDefault("role", "").lines().collect(Collectors.toSet());
    }

    private void adding(boolean yes) {
        adding = yes;
        typed = Map.of();
        show(desk.file(shown), List.of());
        getElement().executeJs(yes ? "setTimeout(()=>this.querySelector('#memberName')?.focus())" : "setTimeout(()=>this.querySelector('#add-member')?.focus())");
    }

    private void addMember(Map<String, String> values) {
        typed = Map.copyOf(values);
        try {
            desk.addMember(shown, values.get("memberName"), values.getOrDefault("memberEmail", ""), role(values.get("memberRole")), user.requireStaff());
            Notices.done(getTranslation("customer.record.member.added"));
            adding(false);
        } catch (Refused refused) {
            var field = "email".equals(refused.field()) ? "memberEmail" : "memberName";
            show(desk.file(shown), List.of(new Refused(refused.key(), field, refused.arguments())));
            focusOnProblem();
        }
    }

    private void done(Runnable deed, String said) {
        try {
            deed.run();
            Notices.done(getTranslation(said));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        show(desk.file(shown), List.of());
    }

    private static MemberRole role(String code) {
        return Arrays.stream(MemberRole.values()).filter(role -> role.code().equals(code)).findFirst().orElse(null);
    }

    private static UUID id(Map<String, String> values) {
        try {
            return UUID.fromString(values.getOrDefault("id", ""));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void focusOnProblem() {
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void show(CustomerRecordFile file, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("file", file);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("stages", stages.list());
        model.put("moves", stages.of(file.card().id()));
        model.put("partyRoles", PartyRole.values());
        model.put("memberRoles", MemberRole.values());
        model.put("adding", adding);
        show("customer/record.jte", model);
    }
}
