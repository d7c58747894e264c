package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.Deeds;
import app.regulars.selfservice.Flow;
import app.regulars.selfservice.Walks;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Tells self-service what is shown and done in the shop and in the customer's area. Staff who look around are nobody's figures. */
@Component
class CustomersSteps implements VaadinServiceInitListener {

    private final Walks walks;
    private final CurrentUser user;
    private final CurrentCart cart;

    CustomersSteps(Walks walks, CurrentUser user, CurrentCart cart) {
        this.walks = walks;
        this.user = user;
        this.cart = cart;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> watch(init.getUI()));
    }

    private void watch(UI ui) {
        ui.addAfterNavigationListener(navigation -> arrived(navigation.getLocation()));
        Deeds.on(ui, deed -> done(deed.what(), "/" + ui.getActiveViewLocation().getPath()));
        ComponentUtil.addListener(ui, CurrentCart.Changed.class, changed -> cartChanged());
    }

    private void arrived(Location location) {
        if (isCustomer()) {
            var path = "/" + location.getPath().replaceAll("/+$", "");
            if ("/ask".equals(path)) {
                walks.asked(Flow.origin(location.getQueryParameters().getSingleParameter("from").orElse(null)));
            }
            walks.shown(path, location.getPathWithQueryParameters());
        }
    }

    private void done(String deed, String path) {
        if (isCustomer()) {
            if ("question-sent".equals(deed) && !"/ask".equals(path)) {
                walks.asked(Flow.origin(path));
            }
            walks.done(deed);
        }
    }

    private void cartChanged() {
        if (isCustomer() && cart.summary().pieces() > 0) {
            walks.done("cart-filled");
        }
    }

    private boolean isCustomer() {
        return user.staff().isEmpty();
    }

    /** The way to a person from that page, with the page. */
    static String toAPerson(String path) {
        var from = Flow.origin(path);
        return from == null || "/".equals(from) || from.startsWith("/ask") ? "/ask" : "/ask?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
