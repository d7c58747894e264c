package app.regulars.ordering;

import app.regulars.privacy.Consents;
import java.util.List;
import org.springframework.stereotype.Component;

/** A purchase implies, for a while, what the shop has set to be implied by one. */
@Component
class ConsentFromPurchase implements AfterOrder {

    private final Consents consents;

    ConsentFromPurchase(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void placed(OrderPlaced placed, OrderFile order) {
        consents.bought(placed.customer(), placed.order().value(), placed.at());
    }

    @Override
    public void placed(List<Told> orders) {
        consents.bought(orders.stream().map(one -> new Consents.Purchase(one.placed().customer(), one.placed().order().value(), one.placed().at())).toList());
    }
}
