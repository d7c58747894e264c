package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.persistence.Columns;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The cart that is being sold, held and closed in plain SQL: a sale changes nothing of it but whose it is. */
@Component
class CartSale {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CartSale(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is in it. */
    record Held(List<Prices.Wish> wishes, List<String> codes) {
    }

    private record Row(int position, Prices.Wish wish, String code) {
    }

    /** Whoever asks second waits until the first is done. Nothing where it is not there, or another's, or sold. */
    Optional<Held> hold(UUID key, CartOwner owner) {
        var id = Columns.bytes(key);
        if (!jdbc.queryForList("select owner_key from cart where id = ? for update", String.class, (Object) id).contains(owner.key())) {
            return Optional.empty();
        }
        // after the lock, and not with it: a statement sees what was committed when it began to wait
        var rows = new ArrayList<Row>();
        jdbc.query("select position, variant_id, quantity, configuration, '' from cart_line where cart_id = ? union all select position, null, 0, '', code from cart_code where cart_id = ?", row -> {
            var variant = Columns.uuid(row.getBytes(2));
            rows.add(new Row(row.getInt(1), variant == null ? null : new Prices.Wish(new VariantId(variant), row.getInt(3), Configuration.of(row.getString(4))), row.getString(5)));
        }, id, id);
        rows.sort(Comparator.comparingInt(Row::position));
        return Optional.of(new Held(rows.stream().filter(row -> row.wish() != null).map(Row::wish).toList(), rows.stream().filter(row -> row.wish() == null).map(Row::code).toList()));
    }

    /** Its owner begins a new one. */
    void close(UUID key) {
        jdbc.update("update cart set owner_key = ?, changed_at = ?, version = version + 1 where id = ?", "sold:" + key, Columns.utc(clock.instant()), Columns.bytes(key));
    }
}
