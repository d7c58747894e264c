package app.regulars.storefront;

import app.regulars.ordering.MyOrders;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.security.CurrentUser;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import java.util.regex.Pattern;

@Route("search")
@AnonymousAllowed
class SearchView extends ShopView {

    private static final long serialVersionUID = 1L;

    private static final Pattern OLD_NUMBER = Pattern.compile("(?=.*\\d)[A-Za-z0-9/_.-]{3,30}");

    private final transient SearchPages pages;
    private final transient CurrentUser user;
    private final transient MyOrders orders;

    SearchView(SearchPages pages, CurrentCart cart, CurrentUser user, MyOrders orders) {
        super(pages, cart);
        this.pages = pages;
        this.user = user;
        this.orders = orders;
    }

    /** Numbers that the shop gave before it had this site look like anything. */
    private Optional<String> ownOrder(String typed) {
        return user.customer().filter(me -> OLD_NUMBER.matcher(typed.strip()).matches())
                .flatMap(me -> orders.list(me, typed.strip(), 0, 2).orders().stream().map(order -> order.number().value())
                        .filter(number -> number.equalsIgnoreCase(typed.strip())).findFirst());
    }

    /** An order's number leads to the order: to the customer's own, or to where anybody follows one. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var number = event.getLocation().getQueryParameters().getSingleParameter("q").flatMap(pages::orderNumber);
        if (number.isPresent()) {
            event.forwardToUrl(user.customer().isPresent() ? "/my/orders/" + number.get() : "/track?number=" + number.get());
            return;
        }
        var old = event.getLocation().getQueryParameters().getSingleParameter("q").flatMap(this::ownOrder);
        if (old.isPresent()) {
            event.forwardToUrl("/my/orders/" + old.get());
            return;
        }
        super.beforeEnter(event);
    }
}
