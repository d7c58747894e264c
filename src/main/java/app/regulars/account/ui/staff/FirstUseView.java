package app.regulars.account.ui.staff;

import app.regulars.account.FirstUse;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** How many of the imported customers can sign in, and the way to write to those who cannot. */
@Route("console/first-use")
@Menu(title = "account.first-use.title", order = 53, icon = "mail")
@RolesAllowed(Permissions.CUSTOMERS_CHANGE)
class FirstUseView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient FirstUse desk;
    private final transient CurrentUser user;

    FirstUseView(Templates templates, FirstUse desk, CurrentUser user) {
        super(templates);
        this.desk = desk;
        this.user = user;
        page().on("all", values -> all());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.first-use.title"));
        refresh(false);
    }

    private void all() {
        desk.inviteAll(user.requireStaff());
        Notices.done(getTranslation("account.first-use.begun"));
        refresh(true);
    }

    private void refresh(boolean begun) {
        show("account/first-use.jte", Map.of("standing", desk.standing(), "begun", begun));
    }
}
