package app.regulars.ordering;

import app.regulars.platform.NotFound;
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
import java.util.stream.IntStream;
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

    /**
     * What credits and vouchers paid of an order.
     *
     * @param codes of these
     * @param lines what they paid of each line before taxes, by position
     */
    public record Credits(List<String> codes, List<LineCredit> lines) {
    }

    /** @throws NotFound if there is none */
    public Credits credits(OrderNumber number) {
        var standing = orders.findByNumber(number.value()).orElseThrow(NotFound::new).standing();
        var amounts = standing.credits();
        return new Credits(standing.codes(), IntStream.range(0, amounts.size()).mapToObj(at -> standing.lines().get(at).credit(amounts.get(at), standing.currency())).toList());
    }

    /** The latest first, of those that an agent sold. */
    public List<OrderSummary> ofAgent(String agent, int offset, int limit) {
        return queries.page(new OrderFilter(null, "", null, "", false, false, agent), offset, limit).orders();
    }

    /** As the customer sees it, where that agent sold it; another's is not there. */
    public Optional<OrderFile> fileOf(OrderNumber number, String agent) {
        return orders.findByNumber(number.value()).filter(order -> agent != null && agent.equals(order.agent())).map(files::forCustomer);
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
