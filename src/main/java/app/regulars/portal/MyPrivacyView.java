package app.regulars.portal;

import app.regulars.customer.Browsers;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.MyProfile;
import app.regulars.ordering.ui.HowIBuy;
import app.regulars.personaldata.MyLooks;
import app.regulars.personaldata.ui.MyRights;
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
import java.util.HashMap;
import java.util.Map;

/** What the shop knows of me and what I allow, with the exact words, and who of the staff looked. */
@Route("my/privacy")
@Menu(title = "privacy.my.menu", order = 50, icon = "shield")
@RolesAllowed(Roles.CUSTOMER)
class MyPrivacyView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyConsents consents;
    private final transient MyProfile profile;
    private final transient Browsers browsers;
    private final transient CustomerDirectory customers;
    private final transient MyLooks looks;
    private final transient CurrentUser user;
    private final transient Shop shop;
    private final Permissions permissions;
    private final MyRights rights;
    private final HowIBuy habits;
    private final Fragment more = new Fragment("privacy-more");

    MyPrivacyView(Templates templates, MyConsents consents, MyProfile profile, Browsers browsers, CustomerDirectory customers, MyLooks looks,
                  CurrentUser user, Shop shop, Permissions permissions, MyRights rights, HowIBuy habits) {
        super(templates);
        this.consents = consents;
        this.profile = profile;
        this.browsers = browsers;
        this.customers = customers;
        this.looks = looks;
        this.user = user;
        this.shop = shop;
        this.permissions = permissions;
        this.rights = rights;
        this.habits = habits;
        add(habits, permissions, rights, more);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.my.title"));
        refresh();
        habits.show(user.requirePerson());
        rights.show();
        permissions.show(user.requirePerson(), this::refresh);
    }

    private void refresh() {
        var me = user.requirePerson();
        var states = consents.states(me, locale());
        var viewers = looks.of(me).stream().map(look -> new Viewing(look.name(), look.times(), look.last(),
                look.matters().stream().map(matter -> getTranslation("privacy.my.looks.at." + matter.kind(), "label", matter.label())).toList())).toList();
        var model = new HashMap<String, Object>();
        model.put("profile", profile.show(me));
        model.put("source", customers.source(me));
        model.put("browsers", browsers.of(me).stream().map(Browsers.Seen::browser).toList());
        model.put("states", states);
        model.put("granted", states.stream().filter(ConsentState::granted).count());
        model.put("viewings", viewers);
        model.put("people", (long) viewers.size());
        show("privacy/mine.jte", model);
        more.show(render("privacy/looks.jte", Map.of("viewings", viewers, "officer", PrivacyOfficer.of(shop))));
    }
}
