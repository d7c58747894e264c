package app.regulars.privacy.ui.customer;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.MyConsents;
import app.regulars.privacy.ui.ProofDay;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;

/** What I had agreed to on a day, in which words, as a sheet to print. */
@Route("my/privacy/proof")
@RolesAllowed(Roles.CUSTOMER)
class MyProofView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyConsents consents;
    private final transient CustomerDirectory customers;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final transient Clock clock;

    MyProofView(Templates templates, MyConsents consents, CustomerDirectory customers, CurrentUser user, Shop shop, Clock clock) {
        super(templates);
        this.consents = consents;
        this.customers = customers;
        this.user = user;
        this.shop = shop;
        this.clock = clock;
        page().on("print", values -> getElement().executeJs("window.print()"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.proof.title"));
        var me = user.requirePerson();
        var day = ProofDay.of(parameter("on"), shop, clock);
        show("privacy/proof.jte", Map.of("customer", customers.find(me).orElseThrow(NotFound::new), "proof", consents.proof(me, day, locale()),
                "action", "/my/privacy/proof", "back", "/my/privacy", "today", clock.instant().atZone(shop.zone()).toLocalDate()));
    }
}
