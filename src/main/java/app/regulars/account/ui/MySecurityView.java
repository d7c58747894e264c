package app.regulars.account.ui;

import app.regulars.platform.security.Roles;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** A customer's sign-in. */
@Route("my/security")
@Menu(title = "account.security.menu", order = 45, icon = "lock")
@RolesAllowed(Roles.CUSTOMER)
class MySecurityView extends SecurityPage {

    private static final long serialVersionUID = 1L;

    MySecurityView(Templates templates, Doors doors) {
        super(templates, doors, false);
    }
}
