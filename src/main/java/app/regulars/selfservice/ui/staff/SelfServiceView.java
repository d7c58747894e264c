package app.regulars.selfservice.ui.staff;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.selfservice.FlowReport;
import app.regulars.selfservice.SelfServiceDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far customers come by themselves in each flow, where they stop, and when they ask a person. The address holds the span. */
@Route("console/self-service")
@Menu(title = "selfservice.menu", order = 43, icon = "chart")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class SelfServiceView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> SPANS = List.of(7, 30, 90, 365);
    private static final int USUAL = 30;

    private final transient SelfServiceDesk desk;

    SelfServiceView(Templates templates, SelfServiceDesk desk) {
        super(templates);
        this.desk = desk;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("selfservice.title"));
        int asked = number("days", USUAL, 1, 365);
        int days = SPANS.contains(asked) ? asked : USUAL;
        var flows = desk.report(days);
        var links = new LinkedHashMap<Integer, String>();
        SPANS.forEach(span -> links.put(span, address(Map.of("days", span == USUAL ? "" : String.valueOf(span)))));
        var model = new HashMap<String, Object>();
        model.put("flows", flows);
        model.put("days", days);
        model.put("links", links);
        model.put("hardest", flows.stream().filter(FlowReport::isEnough).filter(flow -> flow.unfinished() + flow.asked() > 0)
                .max(Comparator.comparingDouble(flow -> 1 - flow.finishedShare() + flow.askedShare())).orElse(null));
        show("selfservice/report.jte", model);
    }
}
