package app.regulars.returning.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.ReturnCauses;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why things come back: by reason, by product and by month, each figure with its records behind it. The address holds the period and the product. */
@Route("console/returns/causes")
@RolesAllowed(Permissions.RETURNS_SEE)
class ReturnCausesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SKU = 80;
    private static final List<Integer> DAYS = List.of(30, 90, 365);

    private final transient ReturnCauses causes;
    private final transient Texts texts;

    ReturnCausesView(Templates templates, ReturnCauses causes, Texts texts) {
        super(templates);
        this.causes = causes;
        this.texts = texts;
        page().on("period", this::choose);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("returning.causes.title"));
        var sku = parameter("sku").isBlank() || parameter("sku").length() > LONGEST_SKU ? null : parameter("sku");
        var days = DAYS.contains(number("days", 0, 0, 365)) ? number("days", 0, 0, 365) : 0;
        var period = days > 0 ? causes.last(days) : typed(parameter("since"), parameter("until"));
        ReturnCauses.Figures figures;
        try {
            figures = causes.figures(period, sku);
        } catch (Refused tooLong) {
            figures = causes.figures(causes.year(), sku);
        }
        var choices = new ArrayList<ReturnDeskLists.Choice>();
        choices.add(new ReturnDeskLists.Choice(getTranslation("returning.causes.year"), days == 0 && parameter("since").isEmpty(), address(Map.of("days", "", "since", "", "until", ""))));
        DAYS.forEach(each -> choices.add(new ReturnDeskLists.Choice(getTranslation("returning.causes.days", "days", each), each == days,
                address(Map.of("days", String.valueOf(each), "since", "", "until", "")))));
        var values = new HashMap<String, Object>();
        values.put("figures", figures);
        values.put("choices", choices);
        values.put("everything", address(Map.of("sku", "")));
        var links = new HashMap<String, String>();
        figures.products().forEach(product -> links.put(product.sku(), address(Map.of("sku", product.sku()))));
        values.put("links", links);
        show("returning/causes.jte", values);
    }

    private void choose(Map<String, String> values) {
        page().fieldError("since", "");
        try {
            var period = new ReturnCauses.Period(LocalDate.parse(values.getOrDefault("since", "")), LocalDate.parse(values.getOrDefault("until", "")));
            causes.figures(period, null);
            change(Map.of("days", "", "since", period.since().toString(), "until", period.until().toString()));
        } catch (DateTimeParseException noDay) {
            page().fieldError("since", texts.get(locale(), "returning.refused.days-typed", Map.of()));
        } catch (Refused refused) {
            page().fieldError("since", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private ReturnCauses.Period typed(String since, String until) {
        try {
            return new ReturnCauses.Period(LocalDate.parse(since), LocalDate.parse(until));
        } catch (DateTimeParseException noDay) {
            return causes.year();
        }
    }
}
