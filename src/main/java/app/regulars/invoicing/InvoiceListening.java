package app.regulars.invoicing;

import app.regulars.ordering.OrderAmended;
import app.regulars.ordering.OrderKind;
import app.regulars.ordering.OrderRefunded;
import app.regulars.ordering.OrderShipped;
import app.regulars.ordering.Orders;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Goods that leave are invoiced; money that goes back is credited. Told again it changes nothing. */
@Component
class InvoiceListening {

    private final Invoices invoices;
    private final Orders orders;

    InvoiceListening(Invoices invoices, Orders orders) {
        this.invoices = invoices;
        this.orders = orders;
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        orders.file(shipped.number()).filter(order -> order.kind() == OrderKind.ORDER).ifPresent(order -> {
            invoices.invoice(order, shipped.at());
            // what went back before there was an invoice
            invoices.settle(shipped.order(), shipped.number(), "before:" + shipped.shipment());
        });
    }

    /** What an invoiced order comes to less is credited, paid or not. */
    @ApplicationModuleListener
    void on(OrderAmended amended) {
        invoices.settle(amended.order(), amended.number(), "change:" + amended.change());
    }

    @ApplicationModuleListener
    void on(OrderRefunded refunded) {
        invoices.settle(refunded.order(), refunded.number(), "refund:" + refunded.key());
    }
}
