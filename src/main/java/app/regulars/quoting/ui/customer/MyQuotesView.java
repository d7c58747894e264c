package app.regulars.quoting.ui.customer;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.MyQuotes;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What the shop offered me, and what became of it. */
@Route("my/quotes")
@Menu(title = "quoting.my.title", order = 2.2, icon = "file")
@RolesAllowed(Roles.CUSTOMER)
class MyQuotesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyQuotes quotes;
    private final transient CurrentUser user;

    MyQuotesView(Templates templates, MyQuotes quotes, CurrentUser user) {
        super(templates);
        this.quotes = quotes;
        this.user = user;
        Live.on("quotes:" + user.requireCustomer(), this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("quoting.my.title"));
        refresh();
    }

    private void refresh() {
        show("quoting/mine.jte", Map.of("rows", quotes.list(user.requireCustomer())));
    }
}
