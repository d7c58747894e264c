package app.regulars.portal;

import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.MyProfile;
import app.regulars.personaldata.ui.MyRights;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentState;
import app.regulars.privacy.MyConsents;
import app.regulars.privacy.PrivacyOfficer;
import app.regulars.privacy.ui.Permissions;
import app.regulars.privacy.ui.customer.Viewing;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the shop knows of me and what I allow, with the exact words, and who of the staff looked. */
@Route("my/privacy")
@Menu(title = "privacy.my.menu", order = 50, icon = "shield")
@RolesAllowed(Roles.CUSTOMER)
class MyPrivacyView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOKS = Duration.ofDays(90);

    private final transient MyConsents consents;
    private final transient MyProfile profile;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient AuditTrail audit;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final transient Clock clock;
    private final Permissions permissions;
    private final MyRights rights;
    private final Fragment more = new Fragment("privacy-more");

    MyPrivacyView(Templates templates, MyConsents consents, MyProfile profile, CustomerDirectory customers, StaffDirectory staff, AuditTrail audit,
                  CurrentUser user, Shop shop, Clock clock, Permissions permissions, MyRights rights) {
        super(templates);
        this.consents = consents;
        this.profile = profile;
        this.customers = customers;
        this.staff = staff;
        this.audit = audit;
        this.user = user;
        this.shop = shop;
        this.clock = clock;
        this.permissions = permissions;
        this.rights = rights;
        add(permissions, rights, more);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.my.title"));
        refresh();
        rights.show();
        permissions.show(user.requirePerson(), this::refresh);
    }

    private void refresh() {
        var me = user.requirePerson();
        var states = consents.states(me, locale());
        var looks = audit.looks(me.value(), clock.instant().minus(LOOKS));
        var cards = staff.cards(looks.stream().map(AuditTrail.Look::staff).toList());
        var viewers = looks.stream().map(look -> new Viewing(cards.containsKey(look.staff()) ? cards.get(look.staff()).givenName() : "", look.at())).toList();
        var model = new HashMap<String, Object>();
        model.put("profile", profile.show(me));
        model.put("source", customers.source(me));
        model.put("states", states);
        model.put("granted", states.stream().filter(ConsentState::granted).count());
        model.put("viewings", viewers);
        model.put("people", cards.values().stream().map(StaffCard::id).distinct().count());
        show("privacy/mine.jte", model);
        more.show(render("privacy/looks.jte", Map.of("viewings", viewers, "officer", PrivacyOfficer.of(shop))));
    }
}
