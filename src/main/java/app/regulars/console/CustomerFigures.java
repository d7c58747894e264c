package app.regulars.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.regulars.ordering.BuyingProfile;
import app.regulars.ordering.BuyingProfiles;
import app.regulars.ordering.BuyingReason;
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
    private final BuyingProfiles profiles;
    private final CurrentUser user;

    CustomerFigures(Orders orders, OrderDesk desk, BuyingProfiles profiles, CurrentUser user) {
        this.profiles = profiles;
        this.user = user;
        this.orders = orders;
        this.desk = desk;
    }

    /** @param lastAt null for whoever has not ordered · @param latest at most five, the latest first */
    record Figures(long count, Money spent, Instant lastAt, List<OrderSummary> latest) {
    }

    /** Empty for staff who may not see orders. */
    Optional<BuyingProfile> buying(CustomerId customer) {
        return user.may(Permissions.ORDERS_SEE) ? Optional.of(profiles.of(customer)) : Optional.empty();
    }

    /** Why they say they buy here. */
    List<BuyingReason> reasons(CustomerId customer) {
        return user.may(Permissions.ORDERS_SEE) ? profiles.reasons(customer) : List.of();
    }

    Figures of(CustomerId customer) {
        if (!user.may(Permissions.ORDERS_SEE)) {
            return new Figures(0, null, null, List.of());
        }
        var latest = desk.list(new OrderFilter(null, "", customer), 0, 5).orders();
        return new Figures(orders.count(customer), orders.spentInAYear(customer), latest.isEmpty() ? null : latest.getFirst().placedAt(), latest);
    }
}
