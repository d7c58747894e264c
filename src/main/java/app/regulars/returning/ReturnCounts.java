package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that count how much a customer asks of us. */
@Service
@Transactional(readOnly = true)
public class ReturnCounts {

    private final JdbcTemplate jdbc;

    ReturnCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was opened since a moment, whatever became of it. @param customer null for all; whoever has none is not in the answer */
    public Map<CustomerId, Long> since(Instant moment, CustomerId customer) {
        var counts = new HashMap<CustomerId, Long>();
        var values = customer == null ? new Object[]{utc(moment)} : new Object[]{utc(moment), bytes(customer.value())};
        jdbc.query("select customer_id, count(*) from return_request where opened_at >= ?" + (customer == null ? "" : " and customer_id = ?") + " group by customer_id", row -> {
            counts.put(new CustomerId(uuid(row.getBytes(1))), row.getLong(2));
        }, values);
        return counts;
    }
}
