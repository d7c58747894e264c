package app.regulars.portal;

import app.regulars.inquiry.ui.MessagesAboutOrder;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.ui.OrderPanel;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.returning.ui.ReturnsOfOrder;
import app.regulars.review.ui.ReviewsOfOrder;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One of my orders: how far it is, what it holds, what was said about it. Follows while it is open. */
@Route("my/orders/:number")
@RolesAllowed(Roles.CUSTOMER)
class OrderView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient MyOrders orders;
    private final transient CurrentUser user;
    private final transient OrderPanel panel;
    private final MessagesAboutOrder messages;
    private final ReturnsOfOrder returns;
    private final ReviewsOfOrder reviews;
    private OrderNumber number;

    OrderView(MyOrders orders, CurrentUser user, OrderPanel panel, MessagesAboutOrder messages, ReturnsOfOrder returns, ReviewsOfOrder reviews) {
        this.reviews = reviews;
        this.orders = orders;
        this.user = user;
        this.panel = panel;
        this.messages = messages;
        this.returns = returns;
        addClassName("order-page");
        var aside = new Aside(panel.aside());
        aside.addClassName("order-aside");
        var two = new Div(new Div(panel.main(), returns, reviews, messages), aside);
        two.addClassName("two");
        add(panel.head(), two);
        Live.on("orders:" + user.requireCustomer(), this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = new OrderNumber(event.getRouteParameters().get("number").orElse(""));
        refresh();
        messages.show(user.requireCustomer(), number.value());
        returns.show(user.requireCustomer(), number);
        reviews.show(user.requirePerson(), user.requireCustomer(), number);
    }

    private void refresh() {
        panel.show(orders.find(user.requireCustomer(), number));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ordering.panel.title", "number", number.value());
    }
}
