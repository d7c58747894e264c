package app.regulars.ordering;

import app.regulars.inventory.Inventory;
import app.regulars.payment.Payments;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.pricing.Prices;
import app.regulars.shipping.Shipments;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Cancels a whole order, whoever asks for it; in the caller's transaction, on an order that is locked. */
@Component
class CallingOff {

    private final Inventory inventory;
    private final Payments payments;
    private final Prices prices;
    private final Shipments shipments;
    private final Fulfillment fulfillment;
    private final ApplicationEventPublisher events;

    CallingOff(Inventory inventory, Payments payments, Prices prices, Shipments shipments, Fulfillment fulfillment, ApplicationEventPublisher events) {
        this.inventory = inventory;
        this.payments = payments;
        this.prices = prices;
        this.shipments = shipments;
        this.fulfillment = fulfillment;
        this.events = events;
    }

    /**
     * The goods are free again, nothing has to be paid, and coupons and vouchers can be used again.
     *
     * @param actor "staff", "customer" or "system"
     * @return whether this was news
     * @throws Refused when it is on its way
     */
    boolean off(Order order, String actor, StaffId by, String reason, Instant now) {
        if (!order.cancel(actor, by, reason, now)) {
            return false;
        }
        var id = order.id().value();
        shipments.of(id).forEach(parcel -> shipments.unpack(id, parcel.id()));
        inventory.release(id);
        payments.cancel(id);
        prices.giveBack(id);
        fulfillment.moved(order, now);
        events.publishEvent(new OrderCanceled(order.id(), order.number(), order.customer(), now));
        return true;
    }

    /** Some of it is called off: what credits and vouchers paid of that can be used again. */
    void credits(Order order, Amendment before, Amendment after) {
        var back = before.credit().minus(after.credit());
        if (!back.isZero() && !back.isNegative()) {
            prices.giveBack(order.id().value(), before.codes(), back);
        }
    }
}
