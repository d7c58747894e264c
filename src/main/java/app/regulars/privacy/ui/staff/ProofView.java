package app.regulars.privacy.ui.staff;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentDesk;
import app.regulars.privacy.ui.ProofDay;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;

/** What a customer had agreed to on a day, in which words, as a sheet to print. That somebody looked is kept. */
@Route("console/consents/proof/:number")
@RolesAllowed(Permissions.CONSENTS_SEE)
class ProofView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ConsentDesk desk;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final transient Clock clock;

    ProofView(Templates templates, ConsentDesk desk, CurrentUser user, Shop shop, Clock clock) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.shop = shop;
        this.clock = clock;
        addClassNames("page", "proof-page");
        page().on("print", values -> getElement().executeJs("window.print()"));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.proof.title"));
        var number = event.getRouteParameters().get("number").orElse("");
        var sheet = desk.proof(number, ProofDay.of(parameter("on"), shop, clock), locale(), user.requireStaff());
        show("privacy/proof.jte", Map.of("customer", sheet.customer(), "proof", sheet.proof(), "action", "/console/consents/proof/" + sheet.customer().number(),
                "back", "/console/customers/" + sheet.customer().number(), "today", clock.instant().atZone(shop.zone()).toLocalDate()));
    }
}
