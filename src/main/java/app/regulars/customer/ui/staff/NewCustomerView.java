package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.PartyRole;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A customer made by hand: somebody on the phone, at the counter, a supplier. */
@Route("console/customers/new")
@RolesAllowed(Permissions.CUSTOMERS_CHANGE)
class NewCustomerView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CustomerRecordDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private Map<String, String> typed = Map.of();

    NewCustomerView(Templates templates, CustomerRecordDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("create", this::create);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.new.title"));
        // from a call: who called has this number
        typed = parameter("phone").matches("\\+?[0-9]{3,20}") ? Map.of("phone", parameter("phone")) : Map.of();
        show(List.of());
    }

    private void create(Map<String, String> values) {
        typed = Map.copyOf(values);
        var form = new CustomerRecordDesk.NewRecord(values.get("name"), values.get("company"), values.getOrDefault("email", ""), values.get("phone"),
                Languages.of(values.get("language")), values.getOrDefault("role", "").lines().collect(Collectors.toSet()));
        var problems = desk.problems(form);
        if (problems.isEmpty()) {
            var card = desk.create(form, user.requireStaff());
            Notices.done(getTranslation("customer.new.done"));
            getUI().ifPresent(ui -> ui.navigate("console/customers/" + card.number() + "/record"));
            return;
        }
        show(problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private void show(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("partyRoles", PartyRole.values());
        show("customer/new.jte", model);
    }
}
