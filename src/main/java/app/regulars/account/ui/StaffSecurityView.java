package app.regulars.account.ui;

import app.regulars.platform.security.Roles;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The sign-in of somebody who works here. */
@Route("console/security")
@Menu(title = "account.security.menu.staff", order = 59, icon = "lock")
@RolesAllowed(Roles.STAFF)
class StaffSecurityView extends SecurityPage {

    private static final long serialVersionUID = 1L;

    StaffSecurityView(Templates templates, Doors doors) {
        super(templates, doors, true);
    }
}
