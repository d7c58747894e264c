package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;

/** The shop’s header and footer around every live page that is not the console’s; other layouts may stand inside it. */
@Layout("/")
@AnonymousAllowed
public class StorefrontLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient ShopFrame frame;
    private final transient Visits visits;
    private final Fragment header = new Fragment("header");
    private final Main main = new Main();
    private final Fragment footer = new Fragment("footer");
    private String section;
    private String path = "/";
    private Locale locale;
    private Registration cartChanges;

    StorefrontLayout(ShopFrame frame, Visits visits) {
        this.frame = frame;
        this.visits = visits;
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
        visits.arrived();
        path = "/" + event.getLocation().getPath();
        locale = event.getLocationChangeEvent().getUI().getLocale();
        header.show(frame.liveHeader(locale, path, section));
        footer.show(frame.liveFooter(locale, path));
        // after the fragments, so that they can adopt what is painted
        getElement().executeJs("window.regularsTakeOver && window.regularsTakeOver()");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        cartChanges = ComponentUtil.addListener(event.getUI(), CurrentCart.Changed.class,
                changed -> header.show(frame.liveHeader(locale, path, section)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        cartChanges.remove();
    }
}
