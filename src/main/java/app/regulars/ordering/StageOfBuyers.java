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
        var ahead = stages.ahead(placed.customer(), List.of("ordered", "ordered-again"));
        if (ahead.contains("ordered")) {
            stages.reached(placed.customer(), "ordered", placed.at());
        }
        if (ahead.contains("ordered-again")
                && orders.countByCustomerIdAndKindAndStatusNotAndPlacedAtLessThanEqual(placed.customer(), OrderKind.ORDER, OrderStatus.CANCELED, placed.at()) >= REGULAR) {
            stages.reached(placed.customer(), "ordered-again", placed.at());
        }
    }
}
