package app.regulars.invoicing;

import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderPapers;
import java.util.List;
import org.springframework.stereotype.Component;

/** The invoice and credit notes of an order, for its pages. */
@Component
class PapersOfOrder implements OrderPapers {

    private final Invoices invoices;

    PapersOfOrder(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public List<Paper> of(OrderId order) {
        return invoices.of(order).stream().map(paper -> new Paper(paper.credit() ? "invoicing.credit" : "invoicing.invoice", paper.number(), paper.issuedAt(),
                paper.number() + ".pdf")).toList();
    }
}
