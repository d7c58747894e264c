package app.regulars.ordering;

import app.regulars.payment.Payments;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What a bank keeps for an order is taken as its goods leave, each shipment its part; what is left when nothing more will leave is let go. */
@Component
class MoneyForGoods {

    private final Orders orders;
    private final Earnings earnings;
    private final Payments payments;

    MoneyForGoods(Orders orders, Earnings earnings, Payments payments) {
        this.orders = orders;
        this.earnings = earnings;
        this.payments = payments;
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        payments.hold(shipped.order().value());
        orders.file(shipped.number()).ifPresent(order -> payments.earned(shipped.order().value(), earnings.upTo(order, shipped.shipment(), shipped.at()).amounts().total(),
                shipped.complete()));
    }

    /** What was left behind was called off: nothing more will leave. */
    @ApplicationModuleListener
    void on(OrderAmended amended) {
        payments.hold(amended.order().value());
        orders.file(amended.number()).filter(order -> order.open().isEmpty() && !order.parcels().isEmpty() && order.parcels().stream().allMatch(parcel -> parcel.shippedAt() != null))
                .ifPresent(order -> payments.earned(amended.order().value(), earnings.of(order).amounts().total(), true));
    }
}
