package app.regulars.invoicing;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: their own papers, and nobody else's; by an order's link, those of that order. */
@Service
@Transactional(readOnly = true)
public class MyInvoices {

    private final InvoiceRepository invoices;
    private final InvoicePapers papers;

    MyInvoices(InvoiceRepository invoices, InvoicePapers papers) {
        this.invoices = invoices;
        this.papers = papers;
    }

    /** The latest first, at most 200. */
    public List<InvoiceFile> list(CustomerId me) {
        return invoices.findTop200ByCustomerIdOrderByIssuedAtDesc(me).stream().map(Invoice::file).toList();
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public byte[] pdf(CustomerId me, String number) {
        return papers.pdf(invoices.findByNumberAndCustomerId(number, me).orElseThrow(NotFound::new).file());
    }

    /** @param token of the order's tracking link @throws NotFound if there is none, or it belongs to another order */
    public byte[] pdfByLink(String token, String number) {
        return papers.pdf(invoices.findByNumberAndOrderToken(number, token).orElseThrow(NotFound::new).file());
    }
}
