package app.regulars.ordering;

import app.regulars.privacy.Consents;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A purchase implies, for a while, what the shop has set to be implied by one. */
@Component
class ConsentFromPurchase {

    private final Consents consents;

    ConsentFromPurchase(Consents consents) {
        this.consents = consents;
    }

    @ApplicationModuleListener
    void on(OrderPlaced placed) {
        consents.bought(placed.customer(), placed.order().value(), placed.at());
    }
}
