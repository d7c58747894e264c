package app.regulars.console;

import java.time.Instant;
import java.util.List;

import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderSummary;
import app.regulars.ordering.Orders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.money.Money;
import org.springframework.stereotype.Component;

/** The few numbers by which staff know a customer. */
@Component
class CustomerFigures {

    private final Orders orders;
    private final OrderDesk desk;
    private final CurrentUser user;

    CustomerFigures(Orders orders, OrderDesk desk, CurrentUser user) {
        this.user = user;
        this.orders = orders;
        this.desk = desk;
    }

    /** @param lastAt null for whoever has not ordered · @param latest at most five, the latest first */
    record Figures(long count, Money spent, Instant lastAt, List<OrderSummary> latest) {
    }

    Figures of(CustomerId customer) {
        if (!user.may(Permissions.ORDERS_SEE)) {
            return new Figures(0, null, null, List.of());
        }
        var latest = desk.list(new OrderFilter(null, "", customer), 0, 5).orders();
        return new Figures(orders.count(customer), orders.spentInAYear(customer), latest.isEmpty() ? null : latest.getFirst().placedAt(), latest);
    }
}
