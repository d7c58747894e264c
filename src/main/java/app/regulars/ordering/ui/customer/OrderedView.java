package app.regulars.ordering.ui.customer;

import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Tracking;
import app.regulars.ordering.ui.HowIBuy;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** What was just ordered, for whoever ordered it. */
@Route("checkout/done/:number")
@AnonymousAllowed
class OrderedView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyOrders orders;
    private final transient Tracking tracking;
    private final transient CurrentUser user;
    private final HowIBuy why;

    OrderedView(Templates templates, MyOrders orders, Tracking tracking, CurrentUser user, HowIBuy why) {
        super(templates);
        this.why = why;
        why.addClassName("ask-why");
        why.setVisible(false);
        add(why);
        this.orders = orders;
        this.tracking = tracking;
        this.user = user;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.done.title"));
        var number = new OrderNumber(event.getRouteParameters().get("number").orElse(""));
        show("ordering/done.jte", Map.of("order", order(number), "signedIn", user.customer().isPresent()));
        user.person().ifPresent(why::ask);
    }

    private OrderFile order(OrderNumber number) {
        return Ordered.token(number.value()).flatMap(tracking::of).map(Tracking.Track::order)
                .orElseGet(() -> orders.find(user.customer().orElseThrow(NotFound::new), number));
    }
}
