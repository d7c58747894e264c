package app.regulars.invoicing;

import app.regulars.ordering.Earnings;
import app.regulars.ordering.OrderAmended;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderKind;
import app.regulars.ordering.OrderRefunded;
import app.regulars.ordering.OrderShipped;
import app.regulars.ordering.Orders;
import app.regulars.payment.PaymentLowered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Goods that leave are invoiced; money that goes back is credited. Told again it changes nothing. */
@Component
class InvoiceListening {

    private final Invoices invoices;
    private final Orders orders;
    private final Earnings earnings;

    InvoiceListening(Invoices invoices, Orders orders, Earnings earnings) {
        this.invoices = invoices;
        this.orders = orders;
        this.earnings = earnings;
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        invoices.hold(shipped.order());
        orders.file(shipped.number()).filter(order -> order.kind() == OrderKind.ORDER).ifPresent(order -> {
            invoices.invoice(order, earnings.upTo(order, shipped.shipment(), shipped.at()), shipped.shipment() == null ? "order:" + shipped.order() : "shipment:" + shipped.shipment(),
                    shipped.at());
            // what went back before there was an invoice
            invoices.settle(shipped.order(), shipped.number(), "before:" + shipped.shipment());
        });
    }

    /** What an invoiced order comes to less is credited, paid or not. */
    @ApplicationModuleListener
    void on(OrderAmended amended) {
        invoices.hold(amended.order());
        // nothing more will leave: cents by which what left came to more than before are asked for now
        orders.file(amended.number()).filter(order -> order.kind() == OrderKind.ORDER && order.open().isEmpty() && !order.parcels().isEmpty()
                && order.parcels().stream().allMatch(parcel -> parcel.shippedAt() != null))
                .ifPresent(order -> invoices.invoice(order, earnings.of(order), "rest:" + amended.change(), amended.at()));
        invoices.settle(amended.order(), amended.number(), "change:" + amended.change());
    }

    @ApplicationModuleListener
    void on(OrderRefunded refunded) {
        invoices.settle(refunded.order(), refunded.number(), "refund:" + refunded.key());
    }

    /** Less is asked for, such as after a return of what is not paid yet. */
    @ApplicationModuleListener
    void on(PaymentLowered lowered) {
        invoices.orderOf(lowered.reference()).ifPresent(number -> invoices.settle(new OrderId(lowered.reference()), number, "lowered:" + lowered.reference() + ":" + lowered.at()));
    }
}
