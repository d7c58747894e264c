package app.regulars.invoicing.ui.customer;

import app.regulars.invoicing.MyInvoices;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** My invoices and credit notes. */
@Route("my/invoices")
@Menu(title = "invoicing.my.title", order = 2.2, icon = "file")
@RolesAllowed(Roles.CUSTOMER)
class MyInvoicesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyInvoices invoices;
    private final transient CurrentUser user;

    MyInvoicesView(Templates templates, MyInvoices invoices, CurrentUser user) {
        super(templates);
        this.invoices = invoices;
        this.user = user;
        Live.on("orders:" + user.requireCustomer(), this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("invoicing.my.title"));
        refresh();
    }

    private void refresh() {
        show("invoicing/mine.jte", Map.of("papers", invoices.list(user.requireCustomer())));
    }
}
