package app.regulars.ordering;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to call pieces of their own orders off, for as long as nothing is packed. */
@Service
@Transactional
public class MyOrderChanges {

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final CallingOff calling;
    private final Fulfillment fulfillment;
    private final Clock clock;

    MyOrderChanges(OrderRepository orders, OrderChanges changes, CallingOff calling, Fulfillment fulfillment, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.calling = calling;
        this.fulfillment = fulfillment;
        this.clock = clock;
    }

    /** Changes nothing. @param quantities by the line's position, what is left of it @throws NotFound if it is not mine @throws Refused when something is packed */
    @Transactional(readOnly = true)
    public MoneyEffect preview(CustomerId me, OrderNumber number, Map<Integer, Integer> quantities) {
        var order = orders.findByNumberAndCustomerId(number.value(), me).orElseThrow(NotFound::new);
        return changes.preview(order, less(order, quantities));
    }

    /** @param seen the total of the preview @throws Refused when it is another by now, or something was packed meanwhile */
    public void cancel(CustomerId me, OrderNumber number, Map<Integer, Integer> quantities, String reason, Money seen) {
        orders.findByNumberAndCustomerId(number.value(), me).orElseThrow(NotFound::new);
        var order = fulfillment.locked(number);
        var change = less(order, quantities);
        changes.apply(order, OrderChange.quantities(change.quantities(), reason), seen, "customer", null, clock.instant());
    }

    /** Calls an order off that still waits for its payment. */
    public void abandon(CustomerId me, OrderNumber number) {
        orders.findByNumberAndCustomerId(number.value(), me).orElseThrow(NotFound::new);
        var order = fulfillment.locked(number);
        if (order.status() != OrderStatus.AWAITING_PAYMENT) {
            throw new Refused("ordering.mine.packed");
        }
        calling.off(order, "customer", null, null, clock.instant());
    }

    private OrderChange less(Order order, Map<Integer, Integer> quantities) {
        if (order.status() != OrderStatus.PLACED || !fulfillment.parcels(order).isEmpty()) {
            throw new Refused("ordering.mine.packed");
        }
        var lines = order.lines();
        quantities.forEach((at, pieces) -> {
            if (at < 0 || at >= lines.size() || pieces < 0 || pieces > lines.get(at).quantity()) {
                throw new Refused("ordering.mine.less-only", "mine-" + at, Map.of());
            }
        });
        if (quantities.entrySet().stream().allMatch(entry -> lines.get(entry.getKey()).quantity() == entry.getValue())) {
            throw new Refused("ordering.mine.nothing");
        }
        return OrderChange.quantities(quantities, null);
    }
}
