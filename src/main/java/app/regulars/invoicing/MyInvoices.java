package app.regulars.invoicing;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: their own papers, and nobody else's; by the link of a mail, the paper it came with. */
@Service
@Transactional(readOnly = true)
public class MyInvoices {

    private final InvoiceRepository invoices;
    private final InvoicePapers papers;
    private final PaperLinks links;

    MyInvoices(InvoiceRepository invoices, InvoicePapers papers, PaperLinks links) {
        this.invoices = invoices;
        this.papers = papers;
        this.links = links;
    }

    /** The latest first, at most 200. */
    public List<InvoiceFile> list(CustomerId me) {
        return invoices.findTop200ByCustomerIdOrderByIssuedAtDesc(me).stream().map(Invoice::file).toList();
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public byte[] pdf(CustomerId me, String number) {
        return papers.pdf(invoices.findByNumberAndCustomerId(number, me).orElseThrow(NotFound::new).file());
    }

    /** @param token of the paper's mail @throws NotFound if it opens another paper or none */
    public byte[] pdfByLink(String token, String number) {
        if (!links.opens(token, number)) {
            throw new NotFound();
        }
        return papers.pdf(invoices.findByNumber(number).orElseThrow(NotFound::new).file());
    }
}
