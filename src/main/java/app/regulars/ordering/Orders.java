package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: reads orders. Never injected into a view. */
@Service
@Transactional(readOnly = true)
public class Orders {

    private final OrderRepository orders;
    private final OrderQueries queries;
    private final OrderFiles files;
    private final Shop shop;
    private final Clock clock;

    Orders(OrderRepository orders, OrderQueries queries, OrderFiles files, Shop shop, Clock clock) {
        this.orders = orders;
        this.queries = queries;
        this.files = files;
        this.shop = shop;
        this.clock = clock;
    }

    /** The latest first. */
    public List<OrderSummary> ofCustomer(CustomerId customer, int limit) {
        return queries.page(new OrderFilter(null, "", customer), 0, limit).orders();
    }

    /** @param limit at most so many, the latest first */
    public List<OrderSummary> placedBetween(Instant from, Instant to, int limit) {
        return queries.within(from, to, limit);
    }

    public Optional<OrderSummary> find(OrderNumber number) {
        return orders.findByNumber(number.value()).map(Order::summary);
    }

    /** With everything, as staff see it. */
    public Optional<OrderFile> file(OrderNumber number) {
        return orders.findByNumber(number.value()).map(files::forStaff);
    }

    /** As the customer sees it; another's is not there. */
    public Optional<OrderFile> file(OrderNumber number, CustomerId me) {
        return orders.findByNumberAndCustomerId(number.value(), me).map(files::forCustomer);
    }

    /** What was taken off an order by codes that were typed for it. */
    public Map<String, Money> codes(OrderId order) {
        return queries.codes(order);
    }

    public Map<OrderId, List<OrderFace>> faces(Collection<OrderId> ids) {
        return queries.faces(ids);
    }

    public Map<OrderStatus, Long> counts() {
        return queries.counts();
    }

    public long count(CustomerId customer) {
        return queries.count(customer);
    }

    /** What a customer spent in the last 365 days, with tax, less credits. */
    public Money spentInAYear(CustomerId customer) {
        return queries.spent(customer, clock.instant().minus(Duration.ofDays(365)), shop.currency());
    }
}
