package app.regulars.pricing.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.AgreementDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** Exceptions that were agreed with customers, those that end first at the top. */
@Route("console/price-exceptions")
@RolesAllowed(Permissions.PRICES_SEE)
class ExceptionsView extends PricingPage {

    private static final long serialVersionUID = 1L;

    private final transient AgreementDesk desk;

    ExceptionsView(Templates templates, CurrentUser user, Texts texts, AgreementDesk desk) {
        super(templates, user, texts, "exceptions");
        this.desk = desk;
        page().on("agree", this::agree).on("end", values -> save(values, List.of(), () -> {
            desk.end(id(values.get("id")), user().requireStaff());
            refresh();
        }));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("pricing.exceptions.title"));
        refresh();
    }

    private void agree(Map<String, String> values) {
        var form = new AgreementDesk.Form(values.get("customer"), values.get("scope"), values.get("target"), values.get("amount"), values.get("percent"), values.get("reason"),
                values.get("until"));
        save(values, desk.problems(form), () -> {
            desk.add(form, user().requireStaff());
            refresh();
        });
    }

    @Override
    void refresh(Map<String, String> typed, List<Refused> problems) {
        var model = model(typed, problems);
        var whose = parameter("customer");
        model.put("rows", desk.list("ended".equals(parameter("show"))).stream().filter(row -> whose.isEmpty() || row.customer().number().equals(whose)).toList());
        model.put("whose", whose.isEmpty() ? null : desk.standing(whose).orElse(null));
        model.put("ended", "ended".equals(parameter("show")));
        model.put("customer", parameter("customer").length() <= 60 ? parameter("customer") : "");
        show("pricing/exceptions.jte", model);
    }
}
