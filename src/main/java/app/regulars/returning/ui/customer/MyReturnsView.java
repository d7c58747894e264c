package app.regulars.returning.ui.customer;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.MyReturns;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What I sent back or complained of, and how far each is. */
@Route("my/returns")
@Menu(title = "returning.my.title", order = 2.5, icon = "return")
@RolesAllowed(Roles.CUSTOMER)
class MyReturnsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyReturns returns;
    private final transient CurrentUser user;

    MyReturnsView(Templates templates, MyReturns returns, CurrentUser user) {
        super(templates);
        this.returns = returns;
        this.user = user;
        Live.on("returns:" + user.requireCustomer(), this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("returning.my.title"));
        refresh();
    }

    private void refresh() {
        show("returning/mine.jte", Map.of("rows", returns.list(user.requireCustomer()), "base", "/my/returns/"));
    }
}
