package app.regulars.storefront;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The shop’s header and footer around every live page that is not the console’s; other layouts may stand inside it. */
@Layout("/")
@AnonymousAllowed
public class StorefrontLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient ShopFrame frame;
    private final transient CurrentUser user;
    private final Fragment header = new Fragment("header");
    private final Main main = new Main();
    private final Fragment footer = new Fragment("footer");
    private String section;

    StorefrontLayout(ShopFrame frame, CurrentUser user) {
        this.frame = frame;
        this.user = user;
        addClassName("shop");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(header, main, footer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        section = content instanceof PublicView view ? view.section() : null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var path = "/" + event.getLocation().getPath();
        var locale = event.getLocationChangeEvent().getUI().getLocale();
        header.show(frame.header(locale, path, section, visitor()));
        footer.show(frame.footer(locale, path));
    }

    private HeaderModel visitor() {
        return user.get().map(person -> new HeaderModel(person.displayName(), null, 0, null, person.asStaff().isPresent()))
                .orElse(HeaderModel.ANONYMOUS);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.regularsTakeOver && window.regularsTakeOver()");
    }
}
