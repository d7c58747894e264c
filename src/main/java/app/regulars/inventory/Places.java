package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.persistence.Columns;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the stock of a variant is spread over the places where it lies; the sum is the stock itself. Always after the stock's own row is locked. */
@Component
class Places {

    /** Where goods come in and corrections are made, where nobody says otherwise. */
    static final String MAIN = "main";
    private static final String ADD = "insert into stock_at (variant_id, location, on_hand) values (?, ?, ?) on duplicate key update on_hand = on_hand + values(on_hand)";

    private final JdbcTemplate jdbc;

    Places(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Map.Entry<UUID, Integer>> differences, String location) {
        jdbc.batchUpdate(ADD, differences, 500, (statement, entry) -> {
            statement.setBytes(1, Columns.bytes(entry.getKey()));
            statement.setString(2, location);
            statement.setInt(3, entry.getValue());
        });
    }

    void add(UUID variant, String location, int difference) {
        jdbc.update(ADD, Columns.bytes(variant), location, difference);
    }

    int at(UUID variant, String location) {
        return jdbc.query("select on_hand from stock_at where variant_id = ? and location = ? for update", (row, n) -> row.getInt(1), Columns.bytes(variant),
                location).stream().findFirst().orElse(0);
    }

    /** Takes pieces from where they lie, the first place first; what is not anywhere is owed by the first. @return pieces by place */
    Map<String, Integer> take(UUID variant, int quantity) {
        var there = new LinkedHashMap<String, Integer>();
        jdbc.query("select a.location, a.on_hand from stock_at a join stock_location l on l.code = a.location where a.variant_id = ? order by l.position, l.code", row -> {
            there.put(row.getString(1), row.getInt(2));
        }, Columns.bytes(variant));
        var taken = new LinkedHashMap<String, Integer>();
        var left = quantity;
        for (var place : there.entrySet()) {
            var pieces = Math.clamp(place.getValue(), 0, left);
            if (pieces > 0) {
                taken.put(place.getKey(), pieces);
                left -= pieces;
            }
        }
        if (left > 0) {
            taken.merge(there.isEmpty() ? MAIN : there.keySet().iterator().next(), left, Integer::sum);
        }
        taken.forEach((location, pieces) -> add(variant, location, -pieces));
        return taken;
    }

    /** By variant, pieces by place. */
    Map<VariantId, Map<String, Integer>> of(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Map<String, Integer>>();
        if (!variants.isEmpty()) {
            jdbc.query("select a.variant_id, a.location, a.on_hand from stock_at a join stock_location l on l.code = a.location where a.variant_id in ("
                    + String.join(",", Collections.nCopies(variants.size(), "?")) + ") order by l.position, l.code", row -> {
                        found.computeIfAbsent(new VariantId(Columns.uuid(row.getBytes(1))), k -> new LinkedHashMap<>()).put(row.getString(2), row.getInt(3));
                    }, variants.stream().map(variant -> (Object) Columns.bytes(variant.value())).toArray());
        }
        return found;
    }

    List<StockLocation> all() {
        return jdbc.query("select code, name_en, name_fr from stock_location order by position, code",
                (row, n) -> new StockLocation(row.getString(1), new Localized(row.getString(2), row.getString(3))));
    }
}
