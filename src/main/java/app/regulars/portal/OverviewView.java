package app.regulars.portal;

import app.regulars.account.CustomerDirectory;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** The customer's first page: what is going on, and the ways on. */
@Route("my")
@Menu(title = "portal.overview.menu", order = 0, icon = "home")
@RolesAllowed(Roles.CUSTOMER)
class OverviewView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient CurrentUser user;
    private final transient CustomerDirectory customers;

    OverviewView(Templates templates, CurrentUser user, CustomerDirectory customers) {
        super(templates);
        this.user = user;
        this.customers = customers;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("portal.overview.menu"));
        var me = customers.find(user.requireCustomer()).orElseThrow();
        show("portal/overview.jte", Map.of("name", me.name().split(" ")[0]));
    }
}
