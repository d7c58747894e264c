package app.regulars.invoicing;

import app.regulars.payment.PaymentNumbers;
import app.regulars.platform.persistence.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** People pay invoices and name their numbers, or their own reference that stands on them. */
@Component
class InvoiceNumbers implements PaymentNumbers {

    private final JdbcTemplate jdbc;

    InvoiceNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, List<String>> of(Collection<UUID> references) {
        var numbers = new HashMap<UUID, List<String>>();
        if (!references.isEmpty()) {
            jdbc.query("select order_id, number, purchase_reference from invoice where kind = 'INVOICE' and order_id in (" + String.join(", ", Collections.nCopies(references.size(), "?"))
                    + ")", row -> {
                        var all = numbers.computeIfAbsent(Columns.uuid(row.getBytes(1)), key -> new ArrayList<>());
                        all.add(row.getString(2));
                        if (row.getString(3) != null && row.getString(3).matches(".*\\d.*")) {
                            all.add(row.getString(3));
                        }
                    }, references.stream().map(Columns::bytes).toArray());
        }
        return numbers;
    }

    @Override
    public Optional<UUID> named(String number) {
        return jdbc.query("select order_id from invoice where number = ? and kind = 'INVOICE'", (row, n) -> Columns.uuid(row.getBytes(1)), number.toUpperCase(Locale.ROOT)).stream()
                .findFirst();
    }
}
