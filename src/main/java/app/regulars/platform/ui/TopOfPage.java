package app.regulars.platform.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whoever follows a link within the live page begins at the top of what it leads to, as after a full load. The same address with
 * another query (a filter, an opened row) stays where it is, and so do the browser's own ways back and forth.
 */
@Component
class TopOfPage implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final String LAST = TopOfPage.class.getName();
    private static final Set<NavigationTrigger> BY_ITSELF = Set.of(NavigationTrigger.PAGE_LOAD, NavigationTrigger.HISTORY, NavigationTrigger.REFRESH);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addAfterNavigationListener(arrived -> begin(init.getUI(), arrived)));
    }

    private static void begin(UI ui, AfterNavigationEvent arrived) {
        var path = arrived.getLocation().getPath();
        var before = ComponentUtil.getData(ui, LAST);
        ComponentUtil.setData(ui, LAST, path);
        if (before != null && !before.equals(path) && !BY_ITSELF.contains(arrived.getLocationChangeEvent().getTrigger())) {
            ui.getPage().executeJs("if (!location.hash) window.scrollTo(0, 0)");
        }
    }
}
