package app.regulars.contracting.ui.staff;

import app.regulars.contracting.ContractDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** A contract is written down. The address may hold the customer's number. */
@Route("console/contracts/new")
@RolesAllowed(Permissions.CONTRACTS_CHANGE)
class NewContractView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ContractDesk desk;
    private final transient CustomerDirectory customers;
    private final transient ContractFormFields fields;
    private final transient CurrentUser user;

    NewContractView(Templates templates, ContractDesk desk, CustomerDirectory customers, ContractFormFields fields, CurrentUser user) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.fields = fields;
        this.user = user;
        page().on("make", this::make);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("contracting.new.title"));
        var values = fields.values();
        var card = customers.findByNumber(parameter("customer"));
        values.put("customer", card.map(each -> each.number()).orElse(""));
        values.put("party", card.map(each -> each.displayName()).orElse(""));
        values.put("me", user.requireStaff().toString());
        show("contracting/new.jte", values);
    }

    private void make(Map<String, String> values) {
        page().fieldError("title", "");
        try {
            var number = desk.add(ContractFormFields.form(values.get("customer"), values), user.requireStaff());
            Notices.done(getTranslation("contracting.new.done", "number", number.value()));
            page().clearDraft("contract-new");
            getUI().ifPresent(ui -> ui.navigate("console/contracts/" + number));
        } catch (Refused refused) {
            fields.say(refused, page(), locale());
        }
    }
}
