package app.regulars.ordering;

import app.regulars.platform.NotFound;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for papers and cases that belong to orders: whoever may see only what her office sold sees no more of these either. */
@Component
public class SeenOrders {

    private final OrderScope scope;
    private final OrderRepository orders;

    SeenOrders(OrderScope scope, OrderRepository orders) {
        this.scope = scope;
        this.orders = orders;
    }

    /**
     * What a list of such papers has to ask as well; nothing for whoever sees all orders.
     *
     * @param number the column in which the order's number stands
     * @param values to which the values of the condition are added
     */
    public Optional<String> condition(String number, Collection<Object> values) {
        var offices = scope.offices();
        if (offices.isEmpty()) {
            return Optional.empty();
        }
        values.addAll(offices);
        return Optional.of("exists (select 1 from sales_order seen where seen.number = " + number + " and seen.agent in (" + String.join(", ", Collections.nCopies(offices.size(), "?")) + "))");
    }

    /** @throws NotFound for what belongs to an order that she does not see */
    @Transactional(readOnly = true)
    public void check(String number) {
        if (!scope.offices().isEmpty()) {
            scope.seen(orders.findByNumber(number).orElseThrow(NotFound::new));
        }
    }
}
