package app.regulars.pricing.ui.staff;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.TaxDesk;
import app.regulars.pricing.TermsDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** What is agreed beside the prices, who need not pay which tax, and the rates of taxes. */
@Route("console/price-terms")
@RolesAllowed(Permissions.PRICES_SEE)
class TermsView extends PricingPage {

    private static final long serialVersionUID = 1L;

    private final transient TermsDesk terms;
    private final transient TaxDesk taxes;
    private final transient CustomerGroups groups;

    TermsView(Templates templates, CurrentUser user, Texts texts, TermsDesk terms, TaxDesk taxes, CustomerGroups groups) {
        super(templates, user, texts, "terms");
        this.terms = terms;
        this.taxes = taxes;
        this.groups = groups;
        page().on("agree", this::agree)
                .on("end-terms", values -> save(values, List.of(), () -> {
                    terms.end(id(values.get("id")), user().requireStaff());
                    refresh();
                }))
                .on("exempt", this::exempt)
                .on("end-exemption", values -> save(values, List.of(), () -> {
                    taxes.end(id(values.get("id")), user().requireStaff());
                    refresh();
                }))
                .on("rate", this::rate);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("pricing.terms.title"));
        refresh();
    }

    private void agree(Map<String, String> values) {
        var form = new TermsDesk.Form(values.get("termsAudience"), "GROUP".equals(values.get("termsAudience")) ? values.get("termsGroup") : values.get("termsWhom"), values.get("minimum"),
                values.get("freeFrom"), values.get("days"));
        save(values, terms.problems(form), () -> {
            terms.agree(form, user().requireStaff());
            refresh();
        });
    }

    private void exempt(Map<String, String> values) {
        var form = new TaxDesk.Form(values.get("customer"), values.get("place"), values.get("code"), values.get("certificate"), values.get("until"));
        save(values, taxes.problems(form), () -> {
            taxes.exempt(form, user().requireStaff());
            refresh();
        });
    }

    private void rate(Map<String, String> values) {
        var form = new TaxDesk.RateForm(values.get("ratePlace"), values.get("rateCode"), values.get("rate"), values.get("rateFrom"));
        save(values, taxes.problems(form), () -> {
            taxes.setRate(form, user().requireStaff());
            refresh();
        });
    }

    @Override
    void refresh(Map<String, String> typed, List<Refused> problems) {
        var model = model(typed, problems);
        model.put("terms", terms.list());
        model.put("exemptions", taxes.exemptions());
        model.put("rates", taxes.rates());
        model.put("groups", groups.all().stream().filter(group -> !group.retired()).toList());
        show("pricing/terms.jte", model);
    }
}
