package app.regulars.gap.ui.staff;

import app.regulars.catalog.Catalog;
import app.regulars.gap.CauseDesk;
import app.regulars.gap.CauseReport;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why people ask and complain, and who complains again; every figure opens its inquiries. The address holds the span and the figure. */
@Route("console/causes")
@Menu(title = "gap.causes.menu", order = 44, icon = "chart")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class CauseView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> SPANS = List.of(7, 30, 90, 365);
    private static final int USUAL = 90;

    private final transient CauseDesk desk;
    private final transient Catalog catalog;

    CauseView(CauseDesk desk, Catalog catalog, Templates templates) {
        super(templates);
        this.desk = desk;
        this.catalog = catalog;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("gap.causes.title"));
        int asked = number("days", USUAL, 1, 365);
        int days = SPANS.contains(asked) ? asked : USUAL;
        var report = desk.report(days);
        var spans = new LinkedHashMap<Integer, String>();
        SPANS.forEach(span -> spans.put(span, address(Map.of("days", span == USUAL ? "" : String.valueOf(span), "open", ""))));
        var links = new HashMap<String, String>();
        Stream.of(List.of(report.all(), report.complaints()), report.types(), report.products(), report.questions(), report.causes(), report.complainers())
                .flatMap(List::stream).forEach(figure -> links.put(figure.key(), address(Map.of("open", figure.key())) + "#records"));
        var model = new HashMap<String, Object>(Map.of("report", report, "days", days, "spans", spans, "links", links, "open", parameter("open"),
                "records", parameter("open").isEmpty() ? List.<CauseReport.Line>of() : desk.records(report, parameter("open"))));
        model.put("figure", report.figure(parameter("open")));
        model.put("products", catalog.cardsForStaff(report.products().stream().map(CauseReport.Figure::label).toList()).stream()
                .collect(Collectors.toMap(card -> card.handle(), card -> card.name().in(locale()), (one, other) -> one)));
        show("gap/causes.jte", model);
        if (!parameter("open").isEmpty()) {
            getElement().executeJs("setTimeout(() => document.getElementById('records')?.scrollIntoView({block: 'nearest'}), 60)");
        }
    }
}
