package app.regulars.returning.ui.staff;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.ReturnCauses;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** Why things come back: by reason, by product and by month, each figure with its records behind it. */
@Route("console/returns/causes")
@RolesAllowed(Permissions.RETURNS_SEE)
class ReturnCausesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ReturnCauses causes;

    ReturnCausesView(Templates templates, ReturnCauses causes) {
        super(templates);
        this.causes = causes;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("returning.causes.title"));
        show("returning/causes.jte", Map.of("figures", causes.figures()));
    }
}
