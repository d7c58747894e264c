package app.regulars.ordering;

import app.regulars.platform.persistence.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for figures about what arrived: pieces of orders that were delivered. */
@Service
@Transactional(readOnly = true)
public class DeliveredPieces {

    private static final String ORDERS = " from sales_order o join sales_order_line l on l.order_id = o.id where o.delivered_at >= ? and o.delivered_at < ? and o.kind = 'ORDER'";

    private final JdbcTemplate jdbc;

    DeliveredPieces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By article number. */
    public Map<String, Long> bySku(Instant from, Instant before) {
        var found = new HashMap<String, Long>();
        jdbc.query("select l.sku, sum(l.quantity)" + ORDERS + " group by l.sku", row -> {
            found.put(row.getString(1), row.getLong(2));
        }, Columns.utc(from), Columns.utc(before));
        return found;
    }

    /** Between each two moments that follow each other, in one statement. @param moments ascending, two at least */
    public List<Long> between(List<Instant> moments) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<>();
        for (int i = 0; i + 1 < moments.size(); i++) {
            columns.add("coalesce(sum(case when o.delivered_at >= ? and o.delivered_at < ? then l.quantity else 0 end), 0)");
            values.add(Columns.utc(moments.get(i)));
            values.add(Columns.utc(moments.get(i + 1)));
        }
        values.add(Columns.utc(moments.getFirst()));
        values.add(Columns.utc(moments.getLast()));
        return jdbc.queryForObject("select " + String.join(", ", columns) + ORDERS, (row, n) -> {
            var sums = new ArrayList<Long>();
            for (int i = 1; i <= columns.size(); i++) {
                sums.add(row.getLong(i));
            }
            return sums;
        }, values.toArray());
    }
}
