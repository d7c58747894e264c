package app.regulars.reordering.ui.staff;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.reordering.OrderEntryDesk;
import app.regulars.reordering.ReorderDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What reminders are good for, and how orders come. */
@Route("console/reorder-report")
@Menu(title = "reordering.report.menu", order = 42, icon = "chart")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class ReorderReportView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;

    private final transient ReorderDesk desk;
    private final transient OrderEntryDesk entries;

    ReorderReportView(Templates templates, ReorderDesk desk, OrderEntryDesk entries) {
        super(templates);
        this.desk = desk;
        this.entries = entries;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.report.title"));
        show("reordering/report.jte", Map.of("uplift", desk.uplift(), "channels", entries.channels(DAYS), "days", DAYS));
    }
}
