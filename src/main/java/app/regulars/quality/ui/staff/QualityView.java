package app.regulars.quality.ui.staff;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quality.Fault;
import app.regulars.quality.QualityDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The worst records of customers, by points. The address holds which fault, and the page. */
@Route("console/data-quality")
@Menu(title = "quality.title", order = 42, icon = "scan")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class QualityView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient QualityDesk desk;

    QualityView(Templates templates, QualityDesk desk) {
        super(templates);
        this.desk = desk;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("quality.title"));
        var fault = Arrays.stream(Fault.values()).filter(each -> each.code().equals(parameter("fault"))).findFirst().orElse(null);
        var number = number("page", 1, 1, 10_000);
        var sums = desk.sums();
        var rows = desk.worst(fault, (number - 1) * PAGE, PAGE);
        var count = fault == null ? sums.poor() : sums.faults().get(fault);
        var links = new LinkedHashMap<String, String>();
        links.put("", address(Map.of("fault", "", "page", "")));
        for (var each : Fault.values()) {
            links.put(each.code(), address(Map.of("fault", each.code(), "page", "")));
        }
        var model = new HashMap<String, Object>();
        model.put("sums", sums);
        model.put("rows", rows);
        model.put("fault", fault == null ? "" : fault.code());
        model.put("links", links);
        model.put("count", count);
        model.put("first", (number - 1L) * PAGE + 1);
        model.put("newer", number == 1 ? null : address(Map.of("page", String.valueOf(number - 1))));
        model.put("older", (long) number * PAGE >= count ? null : address(Map.of("page", String.valueOf(number + 1))));
        show("quality/desk.jte", model);
    }
}
