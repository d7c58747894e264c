package app.regulars.ordering;

import app.regulars.payment.Payments;
import app.regulars.shipping.Shipments;
import org.springframework.stereotype.Component;

/** Puts an order together with its parcel and its payment. */
@Component
class OrderFiles {

    private final Shipments shipments;
    private final Payments payments;

    OrderFiles(Shipments shipments, Payments payments) {
        this.shipments = shipments;
        this.payments = payments;
    }

    OrderFile forCustomer(Order order) {
        return file(order, false);
    }

    OrderFile forStaff(Order order) {
        return file(order, true);
    }

    private OrderFile file(Order order, boolean forStaff) {
        var id = order.id().value();
        return order.file(shipments.of(id).orElse(null), payments.of(id).orElse(null), forStaff);
    }
}
