package app.regulars.storefront;

import app.regulars.invoicing.InvoiceFile;
import app.regulars.invoicing.Invoices;
import app.regulars.ordering.Earned;
import app.regulars.ordering.OrderFile;
import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices an order as if all of it had left in one parcel. */
final class WholeInvoice {

    private WholeInvoice() {
    }

    static InvoiceFile of(OrderFile order, Invoices invoices, TransactionTemplate transaction, Instant at) {
        var sold = order.lines().stream().map(line -> new Earned.Sold(line.quantity(), line.total(), line.discount())).toList();
        var all = sold.stream().map(line -> true).toList();
        var earned = Earned.of(sold, order.amounts().discount(), order.shipping(), order.taxes().stream().map(tax -> new Earned.Taxed(tax, all, true)).toList(),
                sold.stream().map(Earned.Sold::quantity).toList());
        return transaction.execute(status -> {
            invoices.hold(order.summary().id());
            return invoices.invoice(order, earned, "test:" + order.summary().id(), at).orElseThrow();
        });
    }
}
