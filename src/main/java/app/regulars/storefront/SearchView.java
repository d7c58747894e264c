package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.security.CurrentUser;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("search")
@AnonymousAllowed
class SearchView extends ShopView {

    private static final long serialVersionUID = 1L;

    private final transient SearchPages pages;
    private final transient CurrentUser user;

    SearchView(SearchPages pages, CurrentCart cart, CurrentUser user) {
        super(pages, cart);
        this.pages = pages;
        this.user = user;
    }

    /** An order's number leads to the order: to the customer's own, or to where anybody follows one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var number = event.getLocation().getQueryParameters().getSingleParameter("q").flatMap(pages::orderNumber);
        if (number.isPresent()) {
            event.forwardToUrl(user.customer().isPresent() ? "/my/orders/" + number.get() : "/track?number=" + number.get());
            return;
        }
        super.beforeEnter(event);
    }
}
