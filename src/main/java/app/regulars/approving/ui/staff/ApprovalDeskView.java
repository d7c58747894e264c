package app.regulars.approving.ui.staff;

import app.regulars.approving.ApprovalDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.UUID;

/** Orders of companies that wait for a yes from their own people, for staff to see. */
@Route("console/approvals")
@Menu(title = "approving.desk.menu", order = 11.5, icon = "check")
@RolesAllowed(Permissions.ORDERS_SEE)
class ApprovalDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ApprovalDesk desk;

    ApprovalDeskView(Templates templates, ApprovalDesk desk) {
        super(templates);
        this.desk = desk;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("approving.desk.title"));
        Live.on("approvals", this, this::refresh);
        refresh();
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        var open = !"decided".equals(parameter("show"));
        model.put("open", open);
        model.put("list", desk.list(open));
        try {
            model.put("file", parameter("request").isEmpty() ? null : desk.find(UUID.fromString(parameter("request"))));
        } catch (IllegalArgumentException | NotFound gone) {
            model.put("file", null);
        }
        show("approving/desk.jte", model);
    }
}
