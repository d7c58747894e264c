package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where products stood before. An address is never given to another product while somebody may still follow a link to it. */
@Component
class FormerAddresses {

    private final JdbcTemplate jdbc;

    FormerAddresses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> product(String handle) {
        return jdbc.query("select product_id from product_address where handle = ?", (row, n) -> uuid(row.getBytes(1)), handle).stream().findFirst();
    }

    /** Where they stand now, by the handle of before. */
    Map<String, String> now(Collection<String> handles) {
        var now = new HashMap<String, String>();
        if (!handles.isEmpty()) {
            jdbc.query("select a.handle, p.handle from product_address a join product p on p.id = a.product_id where a.handle in ("
                    + String.join(",", Collections.nCopies(handles.size(), "?")) + ")", row -> {
                        now.put(row.getString(1), row.getString(2));
                    }, handles.toArray());
        }
        return now;
    }

    void left(String handle, UUID product, Instant at) {
        jdbc.update("insert into product_address (handle, product_id, ended_at) values (?, ?, ?)", handle, bytes(product), utc(at));
    }

    /** The product stands there again. */
    void returned(String handle, UUID product) {
        jdbc.update("delete from product_address where handle = ? and product_id = ?", handle, bytes(product));
    }

    /** The latest first. */
    List<FormerAddress> of(UUID product) {
        return jdbc.query("select handle, ended_at from product_address where product_id = ? order by ended_at desc, handle",
                (row, n) -> new FormerAddress(row.getString(1), instant(row, "ended_at")), bytes(product));
    }
}
