package app.regulars.serving.ui.staff;

import app.regulars.catalog.Catalog;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.serving.ServiceReport;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures of the service; the address says by what, for how long, and which figure is open. */
@Route("console/service/report")
@Menu(title = "serving.report.menu", order = 8.3, icon = "chart")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class ServiceReportView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> SPANS = List.of(7, 30, 90, 365);

    private final transient ServiceReport report;
    private final transient Choices choices;
    private final transient Catalog catalog;
    private final transient Clock clock;

    ServiceReportView(Templates templates, ServiceReport report, Choices choices, Catalog catalog, Clock clock) {
        super(templates);
        this.report = report;
        this.choices = choices;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        var by = Arrays.stream(ServiceReport.By.values()).filter(each -> each.code().equals(parameter("by"))).findFirst().orElse(ServiceReport.By.TEAM);
        var days = number("days", 30, 1, 366);
        var to = clock.instant();
        var from = to.minus(Duration.ofDays(days));
        var found = report.lines(by, from, to);
        var names = names(by, found);
        var model = new HashMap<String, Object>();
        var bys = new LinkedHashMap<String, String>();
        Arrays.stream(ServiceReport.By.values()).forEach(each -> bys.put(each.code(), address(Map.of("by", each.code(), "of", "", "what", ""))));
        model.put("bys", bys);
        model.put("by", by.code());
        var spans = new LinkedHashMap<Integer, String>();
        SPANS.forEach(each -> spans.put(each, address(Map.of("days", String.valueOf(each)))));
        model.put("spans", spans);
        model.put("days", days);
        var lines = new ArrayList<ReportLine>();
        for (var line : found) {
            var figures = new ArrayList<ReportLine.Figure>();
            for (var what : ServiceReport.What.values()) {
                figures.add(new ReportLine.Figure(what.code(), line.counts().get(what.ordinal()), address(Map.of("by", by.code(), "what", what.code(), "of", line.value().isEmpty() ? "-" : line.value()))));
            }
            lines.add(new ReportLine(name(names, line.value()), figures, line.firstMinutes(), line.solutionMinutes(), line.reopenRate(), line.stars(), line.before()));
        }
        model.put("lines", lines);
        model.put("whats", Arrays.stream(ServiceReport.What.values()).map(ServiceReport.What::code).toList());
        var what = Arrays.stream(ServiceReport.What.values()).filter(each -> each.code().equals(parameter("what"))).findFirst().orElse(null);
        var of = "-".equals(parameter("of")) ? "" : parameter("of");
        model.put("what", what == null ? "" : what.code());
        model.put("of", name(names, of));
        model.put("counted", what == null ? 0L : report.count(by, of, what, from, to));
        model.put("behind", what == null ? List.of() : named(report.behind(by, of, what, from, to)));
        model.put("back", address(Map.of("what", "", "of", "")));
        title(getTranslation("serving.report.title"));
        show("serving/report.jte", model);
    }

    private Map<String, String> names(ServiceReport.By by, List<ServiceReport.Line> lines) {
        return switch (by) {
            case TEAM -> choices.teams("serving.report.empty", locale());
            case TIER -> choices.tiers(locale());
            case TYPE -> choices.types(locale());
            case PRODUCT -> catalog.cardsForStaff(lines.stream().map(ServiceReport.Line::value).filter(value -> !value.isEmpty()).toList()).stream()
                    .collect(Collectors.toMap(card -> card.handle(), card -> card.name().in(locale()), (one, other) -> one));
            case CHANNEL -> Arrays.stream(InquiryChannel.values()).collect(Collectors.toMap(InquiryChannel::code, channel -> getTranslation("inquiry.channel." + channel.code())));
        };
    }

    /** Tiers and teams by their names. */
    private List<ServiceReport.Behind> named(List<ServiceReport.Behind> behind) {
        var tiers = choices.tiers(locale());
        var teams = choices.teams("serving.report.empty", locale());
        return behind.stream().map(each -> new ServiceReport.Behind(each.number(), each.subject(), each.openedAt(), each.usedMinutes(), name(tiers, each.tier()),
                each.team() == null || each.team().isEmpty() ? "" : name(teams, each.team()))).toList();
    }

    private String name(Map<String, String> names, String value) {
        return value.isEmpty() ? getTranslation("serving.report.empty") : names.getOrDefault(value, value);
    }
}
