package app.regulars.pricing.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.WhyDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why something costs what it costs: the question stands in the address, so that the answer can be mailed to a colleague. */
@Route("console/why-price")
@RolesAllowed(Permissions.PRICES_SEE)
class WhyView extends PricingPage {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 254;
    private static final List<String> FIELDS = List.of("sku", "customer", "quantity", "day");

    private final transient WhyDesk desk;

    WhyView(Templates templates, CurrentUser user, Texts texts, WhyDesk desk) {
        super(templates, user, texts, "why");
        this.desk = desk;
        page().on("ask", values -> {
            var asked = new HashMap<String, String>();
            FIELDS.forEach(name -> asked.put(name, bounded(values.getOrDefault(name, ""))));
            change(asked);
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("pricing.why.question"));
        refresh();
    }

    private static String bounded(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    @Override
    void refresh(Map<String, String> none, List<Refused> nothing) {
        var typed = new HashMap<String, String>();
        FIELDS.forEach(name -> typed.put(name, bounded(parameter(name))));
        var question = new WhyDesk.Question(typed.get("sku"), typed.get("customer"), typed.get("quantity"), typed.get("day"));
        var problems = typed.get("sku").isEmpty() ? List.<Refused>of() : desk.problems(question);
        var model = model(typed, problems);
        model.put("answer", typed.get("sku").isEmpty() || !problems.isEmpty() ? null : desk.answer(question));
        show("pricing/why.jte", model);
    }
}
