package app.regulars.portal;

import app.regulars.account.ui.ActingChoices;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Initials;
import app.regulars.platform.web.Templates;
import app.regulars.storefront.StorefrontLayout;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The customer's own area inside the shop: its menu beside the page, above it on phones. */
@Layout("/my")
@ParentLayout(StorefrontLayout.class)
@RolesAllowed(Roles.CUSTOMER)
class PortalLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    /** Whoever acts for herself asks nobody. */
    private static final String OF_COMPANIES = "my/approvals";

    private final transient Templates templates;
    private final transient Texts texts;
    private final transient CurrentUser user;
    private final transient CustomerDirectory customers;
    private final transient ActingChoices choices;
    private final Fragment menu = new Fragment("portal-menu");
    private final Div page = new Div();

    PortalLayout(Templates templates, Texts texts, CurrentUser user, CustomerDirectory customers, ActingChoices choices, AuthenticationContext authentication) {
        this.choices = choices;
        this.templates = templates;
        this.texts = texts;
        this.user = user;
        this.customers = customers;
        addClassNames("wrap", "portal");
        page.addClassName("portal-page");
        menu.on("sign-out", values -> authentication.logout());
        menu.on("act", values -> choices.act(user, values.get("id"), "/my"));
        add(menu, page);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var locale = Languages.of(event.getLocationChangeEvent().getUI().getLocale().toLanguageTag());
        var company = user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer).flatMap(customers::find);
        var name = user.get().map(SignedIn::displayName).orElse("");
        menu.show(templates.render("portal/menu.jte", locale, Map.of("entries", entries(locale, event.getLocation().getPath().replaceAll("/+$", "")),
                "name", name, "company", company.map(CustomerCard::displayName).orElse(""), "initials", Initials.of(name), "acting", choices.of(user))));
        // on phones the menu is a strip: the current entry is brought into sight once the fragment stands and the letters have their width
        getElement().executeJs("""
                const show = () => {
                  const now = this.querySelector('.sidenav > ul [aria-current]');
                  const list = now && now.closest('ul');
                  if (list) list.scrollLeft = now.offsetLeft - list.offsetLeft - 24;
                };
                requestAnimationFrame(show);
                document.fonts.ready.then(show);""");
    }

    private List<PortalMenuEntry> entries(Locale locale, String current) {
        var all = MenuConfiguration.getMenuEntries().stream().filter(entry -> path(entry).matches("my(/.*)?"))
                .filter(entry -> !OF_COMPANIES.equals(path(entry)) || current.startsWith(OF_COMPANIES) || user.get().filter(SignedIn::actsForCompany).isPresent())
                .sorted(Comparator.comparing(PortalLayout::order)).toList();
        var here = all.stream().map(PortalLayout::path).filter(path -> current.equals(path) || !"my".equals(path) && current.startsWith(path + "/"))
                .max(Comparator.comparingInt(String::length)).orElse("");
        return all.stream().map(entry -> new PortalMenuEntry(path(entry), texts.get(locale, entry.title()), entry.icon() == null ? "right" : entry.icon(),
                path(entry).equals(here))).toList();
    }

    private static String path(MenuEntry entry) {
        return entry.path().replaceAll("^/+|/+$", "");
    }

    private static double order(MenuEntry entry) {
        return entry.order() == null ? 50 : entry.order();
    }
}
