package app.regulars.ordering.ui.customer;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The customer's own orders, and what is ordered again and again. */
@Route("my/orders")
@Menu(title = "ordering.orders.title", order = 1, icon = "box")
@RolesAllowed(Roles.CUSTOMER)
class OrderListView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 12;
    private static final int USUALS = 4;

    private final transient MyOrders orders;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;

    OrderListView(Templates templates, MyOrders orders, CurrentCart cart, CurrentUser user) {
        super(templates);
        this.orders = orders;
        this.cart = cart;
        this.user = user;
        page().on("search", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
        page().on("add", values -> add(values.getOrDefault("variant", ""), values.get("quantity")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            Live.on("orders:" + user.requireCustomer(), this, this::update);
        }
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.orders.title"));
        update();
    }

    private void add(String variant, String quantity) {
        try {
            cart.add(new VariantId(UUID.fromString(variant)), Quantities.of(quantity));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
        Notices.done(getTranslation("ordering.usuals.added"));
    }

    private void update() {
        var me = user.requireCustomer();
        var number = number("page", 1, 1, 100_000);
        var found = orders.list(me, parameter("q"), (number - 1) * PAGE, PAGE);
        var values = new HashMap<String, Object>();
        values.put("orders", found);
        values.put("faces", orders.faces(me, found.orders()));
        values.put("query", parameter("q"));
        values.put("usuals", number == 1 && parameter("q").isEmpty() ? orders.usuals(me, USUALS) : java.util.List.of());
        values.put("newer", number > 1 ? address(Map.of("page", number == 2 ? "" : String.valueOf(number - 1))) : null);
        values.put("older", found.total() > (long) number * PAGE ? address(Map.of("page", String.valueOf(number + 1))) : null);
        show("ordering/my-orders.jte", values);
    }
}
