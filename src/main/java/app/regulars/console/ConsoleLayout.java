package app.regulars.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import app.regulars.calling.ui.CallDock;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Initials;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.beans.factory.ObjectProvider;

/** The desk around every page of staff: rail, top bar, and on phones a tab bar whose last entry opens the rail. */
@Layout("/console")
@RolesAllowed(Roles.STAFF)
class ConsoleLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    private static final Pattern ORDER = Pattern.compile("(?i)[A-Z]{1,4}-\\d+");

    private final transient ConsoleMenu menu;
    private final transient ConsoleCounts counts;
    private final transient Templates templates;
    private final transient CurrentUser user;
    private final transient AuthenticationContext authentication;
    private final transient StaffDirectory staff;
    private final Fragment rail = new Fragment("rail");
    private final Fragment top = new Fragment("top");
    private final Fragment tabbar = new Fragment("tabbar");
    private final Main main = new Main();
    private String path = "console";
    private transient List<MenuEntry> entries = List.of();
    private boolean menuOpen;

    ConsoleLayout(ConsoleMenu menu, ConsoleCounts counts, Templates templates, CurrentUser user, AuthenticationContext authentication, StaffDirectory staff,
            ObjectProvider<CallDock> calls) {
        this.staff = staff;
        this.menu = menu;
        this.counts = counts;
        this.templates = templates;
        this.user = user;
        this.authentication = authentication;
        addClassName("desk");
        main.setId("main");
        main.addClassName("page-host");
        main.getElement().setAttribute("tabindex", "-1");
        var column = new Div(top, main);
        column.addClassName("col");
        add(rail, column, tabbar, calls.getObject());
        top.on("jump", values -> jump(values.getOrDefault("q", "").trim()));
        top.on("theme", values -> getElement().executeJs("""
                const root = document.documentElement;
                const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
                root.dataset.theme = dark ? 'light' : 'dark';
                try { localStorage.setItem('theme', root.dataset.theme) } catch (e) {}"""));
        top.on("language", values -> switchLanguage());
        top.on("sign-out", values -> authentication.logout());
        tabbar.on("menu", values -> showMenu(!menuOpen));
        user.staff().ifPresent(me -> Live.on("staff:" + me, this, this::standing));
        Live.on("inquiries", this, this::show);
        Live.on("orders", this, this::show);
        Live.on("outbox", this, this::show);
        Live.on("calls", this, this::show);
        Live.on("talks", this, this::show);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath().replaceAll("/+$", "");
        menuOpen = false;
        entries = ConsoleMenu.entries();
        show();
        var name = user.get().map(SignedIn::displayName).orElse("");
        top.show(templates.render("console/top.jte", locale(), Map.of("name", name, "initials", Initials.of(name))));
    }

    private void show() {
        var sections = menu.sections(entries, locale(), path, counts.byPath());
        rail.show(templates.render("console/rail.jte", locale(), Map.of("sections", sections)));
        var first = sections.isEmpty() ? List.<ConsoleMenu.Entry>of() : sections.getFirst().entries();
        tabbar.show(templates.render("console/tabbar.jte", locale(), Map.of("entries", first.subList(0, Math.min(4, first.size())), "open", menuOpen)));
        setClassName("menu-open", menuOpen);
    }

    /** What this person may do has changed: the whole page is made anew. Whoever has nothing left is sent away with the session. */
    private void standing() {
        if (user.staff().isPresent()) {
            getUI().ifPresent(ui -> ui.getPage().reload());
        }
    }

    private void showMenu(boolean open) {
        menuOpen = open;
        show();
        if (open) {
            getElement().executeJs("this.querySelector('.rail a')?.focus()");
        }
    }

    private void jump(String asked) {
        if (asked.isEmpty()) {
            return;
        }
        var ui = UI.getCurrent();
        var number = asked.toUpperCase(Locale.ROOT);
        if (number.matches("INQ-\\d+")) {
            ui.navigate("console/inquiries", QueryParameters.of("open", number));
        } else if (number.matches("C-\\d+")) {
            ui.navigate("console/customers/" + number);
        } else if (ORDER.matcher(number).matches()) {
            ui.navigate("console/orders", QueryParameters.of("order", number));
        } else {
            ui.navigate("console/find", QueryParameters.of("q", asked));
        }
    }

    private void switchLanguage() {
        var other = "fr".equals(Languages.code(locale())) ? Languages.ENGLISH : Languages.FRENCH;
        user.staff().ifPresent(me -> staff.readsIn(me, other));
        VaadinSession.getCurrent().setLocale(other);
        getElement().executeJs("document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                Languages.COOKIE, Languages.code(other));
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                window.regularsTakeOver && window.regularsTakeOver();
                if (!window.regularsJump) {
                  window.regularsJump = true;
                  document.addEventListener('keydown', e => {
                    const jump = document.getElementById('jump');
                    if (jump && (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') { e.preventDefault(); jump.focus(); jump.select(); }
                  });
                }""");
    }
}
