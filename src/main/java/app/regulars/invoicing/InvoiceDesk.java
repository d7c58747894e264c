package app.regulars.invoicing;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to invoices and credit notes; opening one is written down. */
@Service
@RolesAllowed(Permissions.PAYMENTS_SEE)
@Transactional
public class InvoiceDesk {

    private final InvoiceRepository invoices;
    private final InvoicePapers papers;
    private final AuditTrail audit;

    InvoiceDesk(InvoiceRepository invoices, InvoicePapers papers, AuditTrail audit) {
        this.invoices = invoices;
        this.papers = papers;
        this.audit = audit;
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    public byte[] pdf(String number, StaffId by) {
        var invoice = invoices.findByNumber(number).orElseThrow(NotFound::new);
        audit.viewed(by, "invoice", invoice.id().value(), invoice.number(), invoice.customer());
        return papers.pdf(invoice.file());
    }
}
