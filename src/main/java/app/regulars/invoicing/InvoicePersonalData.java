package app.regulars.invoicing;

import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What invoices know of a person. After erasure they say what was sold, when, and with which taxes, and no longer to whom. */
@Component
class InvoicePersonalData implements PersonalDataSource {

    private static final String MINE = "invoice_id in (select id from invoice where customer_id = :customer)";

    @Override
    public String block() {
        return "invoicing.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("invoice", "customer_id = :customer").blanked("''", "buyer_name")
                .blanked("null", "buyer_company", "buyer_email", "recipient", "line1", "line2", "city", "postal_code", "purchase_reference"),
                PersonalTable.of("invoice_line", MINE).blanked("null", "options"), PersonalTable.of("invoice_tax", MINE));
    }
}
