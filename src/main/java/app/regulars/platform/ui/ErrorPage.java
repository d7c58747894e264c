package app.regulars.platform.ui;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Map;

/**
 * What stands where a page could not be shown; looks like the part of the house in which it happened. The framework puts no
 * layout around it, so that it brings the shop's header and footer, or the desk, itself.
 */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PublicFrame frame;
    private final transient DeskFrame desk;
    private final transient CurrentUser user;
    private String title = "";

    /** @param desk null for a page that stands alone at the desk */
    ErrorPage(PublicFrame frame, DeskFrame desk, CurrentUser user) {
        this.frame = frame;
        this.desk = desk;
        this.user = user;
    }

    /** Says it in the words given. */
    void say(BeforeEnterEvent event, String title, String text) {
        var home = new Anchor(isConsole(event) ? "/console" : "/", getTranslation(isConsole(event) ? "platform.error.home.console" : "platform.error.home"));
        home.addClassNames("btn", "solid");
        var content = new Div(new H1(title), new Paragraph(text), home);
        content.addClassNames("wrap", "none");
        show(event, title, content);
    }

    /** Shows the page for what is on the other side of the counter, the same that was painted. */
    void sayDenied(BeforeEnterEvent event) {
        say(event, getTranslation("platform.error.denied.title"), getTranslation("platform.error.denied"));
    }

    /** Shows the page for an address that is none, the same that was painted. */
    void sayNotFound(BeforeEnterEvent event) {
        if (isConsole(event)) {
            say(event, getTranslation("platform.error.not-found.title"), getTranslation("platform.error.not-found"));
            return;
        }
        var locale = Languages.of(event.getUI().getLocale().toLanguageTag());
        var page = frame.notFound(new PublicRequest("/" + event.getLocation().getPath(), Map.of(), locale));
        var content = new Fragment("main");
        content.show(page.html());
        show(event, page.title(), content);
    }

    private void show(BeforeEnterEvent event, String title, Component content) {
        this.title = title;
        if (isConsole(event) && desk != null) {
            add(desk.around(content));
            return;
        }
        var main = new Main(content);
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        if (isConsole(event)) {
            addClassNames("desk", "error-page");
            add(main);
        } else {
            var locale = Languages.of(event.getUI().getLocale().toLanguageTag());
            var path = "/" + event.getLocation().getPath();
            var header = new Fragment("header");
            var footer = new Fragment("footer");
            header.show(frame.liveHeader(locale, path, null));
            footer.show(frame.footer(locale, path));
            addClassName("shop");
            add(header, main, footer);
        }
        getElement().executeJs("window.regularsTakeOver && window.regularsTakeOver()");
    }

    /** Whether this happened to staff at their desk; whoever else tries an address of the desk stands in the shop. */
    private boolean isConsole(BeforeEnterEvent event) {
        var path = event.getLocation().getPath();
        return (path.equals("console") || path.startsWith("console/")) && user.staff().isPresent();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
