package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.ordering.OrderId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many pieces of each line are in returns and complaints that stand. */
@Component
class LineClaims {

    private final JdbcTemplate jdbc;

    LineClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By line; lines of which nothing was asked are not in the answer. */
    Map<Integer, Integer> of(OrderId order) {
        var found = new HashMap<Integer, Integer>();
        jdbc.query("select line, pieces from return_claim where order_id = ?", row -> {
            found.put(row.getInt(1), row.getInt(2));
        }, (Object) bytes(order.value()));
        return found;
    }

    /** @param most pieces of the line that may be claimed in all @return false when they are not there any more */
    boolean claim(OrderId order, int line, int pieces, int most) {
        jdbc.update("insert into return_claim (order_id, line, pieces) values (?, ?, 0) on duplicate key update pieces = pieces", bytes(order.value()), line);
        return jdbc.update("update return_claim set pieces = pieces + ? where order_id = ? and line = ? and pieces + ? <= ?", pieces, bytes(order.value()), line, pieces, most) > 0;
    }

    /** Whoever decides what goes back for a line waits for whoever does so already. */
    void hold(OrderId order, int line) {
        jdbc.query("select pieces from return_claim where order_id = ? and line = ? for update", row -> { }, bytes(order.value()), line);
    }

    void release(OrderId order, int line, int pieces) {
        jdbc.update("update return_claim set pieces = pieces - ? where order_id = ? and line = ?", pieces, bytes(order.value()), line);
    }
}
