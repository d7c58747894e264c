package app.regulars.ordering;

import app.regulars.customer.Stages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever orders becomes a customer, and whoever orders again a regular, as far as the shop has set up its stages so. */
@Component
class StageOfBuyers implements AfterOrder {

    /** How many orders make a regular. */
    static final int REGULAR = 3;

    private final Stages stages;
    private final OrderRepository orders;

    StageOfBuyers(Stages stages, OrderRepository orders) {
        this.stages = stages;
        this.orders = orders;
    }

    @Override
    public void placed(OrderPlaced placed, OrderFile order) {
        placed(List.of(new Told(placed, order)));
    }

    @Override
    public void placed(List<Told> orders) {
        var customers = orders.stream().map(one -> one.placed().customer()).distinct().toList();
        var ahead = stages.ahead(customers, List.of("ordered", "ordered-again"));
        orders.stream().map(Told::placed).forEach(placed -> reached(placed, ahead.get(placed.customer())));
    }

    private void reached(OrderPlaced placed, List<String> ahead) {
        if (ahead.contains("ordered")) {
            stages.reached(placed.customer(), "ordered", placed.at());
        }
        if (ahead.contains("ordered-again")
                && orders.countByCustomerIdAndKindAndStatusNotAndPlacedAtLessThanEqual(placed.customer(), OrderKind.ORDER, OrderStatus.CANCELED, placed.at()) >= REGULAR) {
            stages.reached(placed.customer(), "ordered-again", placed.at());
        }
    }
}
