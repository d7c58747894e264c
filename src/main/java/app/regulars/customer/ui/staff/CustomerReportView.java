package app.regulars.customer.ui.staff;

import app.regulars.customer.StageDesk;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many customers stood at which stage month by month, how they moved on, and where they came from. */
@Route("console/customer-report")
@Menu(title = "customer.report.menu", order = 41, icon = "chart")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class CustomerReportView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 12;

    private final transient StageDesk stages;
    private final transient Texts texts;

    CustomerReportView(Templates templates, StageDesk stages, Texts texts) {
        super(templates);
        this.stages = stages;
        this.texts = texts;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.report.title"));
        var months = number("months", MONTHS, 3, 36);
        var report = stages.report(months);
        var origins = stages.origins(months);
        var format = DateTimeFormatter.ofPattern("MMM yy", locale());
        var names = new LinkedHashMap<String, String>();
        stages.list().forEach(stage -> names.put(stage.code(), stage.label().in(locale())));
        var sources = new LinkedHashMap<String, String>();
        origins.counts().keySet().forEach(source -> sources.put(source, texts.has("customer.source." + source) ? texts.get(locale(), "customer.source." + source) : source));
        var model = new HashMap<String, Object>();
        model.put("months", report.months().stream().map(month -> YearMonth.of(month / 12, month % 12 + 1).format(format)).toList());
        model.put("report", report);
        model.put("origins", origins);
        model.put("stages", names);
        model.put("sources", sources);
        model.put("span", months);
        model.put("spans", Map.of("6", address(Map.of("months", "6")), "12", address(Map.of("months", "12")), "24", address(Map.of("months", "24"))));
        show("customer/report.jte", model);
    }
}
