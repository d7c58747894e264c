package app.regulars.invoicing;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** An invoice or a credit note exists. */
public record InvoiceIssued(InvoiceId invoice, String number, boolean credit, CustomerId customer, Instant at) {
}
