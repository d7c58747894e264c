package app.regulars.invoicing;

import app.regulars.platform.persistence.LinkedRows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Invoices go along when two records of one customer become one. */
@Component
class InvoiceLinks extends LinkedRows {

    InvoiceLinks(JdbcTemplate jdbc) {
        super(jdbc, "invoices", "invoice", true);
    }
}
