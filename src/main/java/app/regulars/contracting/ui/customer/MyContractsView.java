package app.regulars.contracting.ui.customer;

import app.regulars.contracting.MyContracts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What was agreed with me, or with the company I act for. */
@Route("my/contracts")
@Menu(title = "contracting.my.title", order = 4.5, icon = "file")
@RolesAllowed(Roles.CUSTOMER)
class MyContractsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyContracts contracts;
    private final transient CurrentUser user;

    MyContractsView(Templates templates, MyContracts contracts, CurrentUser user) {
        super(templates);
        this.contracts = contracts;
        this.user = user;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("contracting.my.title"));
        show("contracting/mine.jte", Map.of("contracts", contracts.list(user.requireCustomer())));
    }
}
