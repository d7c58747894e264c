package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Reading;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The records of stock: how many pieces there are of a variant, and what was promised of them. */
@Component
class Stands {

    private final JdbcTemplate jdbc;

    Stands(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param available on hand less reserved @param expectedOn null where nothing was announced */
    record Stand(int available, boolean backorderable, int expected, LocalDate expectedOn) {
    }

    /** Variants without a record are not in the answer. One statement, and one for everybody who asks within one piece of work. */
    Map<VariantId, Stand> of(Collection<VariantId> variants) {
        return variants.isEmpty() ? Map.of() : Reading.once(() -> read(variants), "stands", Set.copyOf(variants));
    }

    private Map<VariantId, Stand> read(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Stand>();
        jdbc.query("select variant_id, on_hand - reserved, backorderable, expected, expected_on from stock_item where variant_id in (" + marks(variants.size()) + ")", row -> {
            found.put(new VariantId(Columns.uuid(row.getBytes(1))), new Stand(row.getInt(2), row.getBoolean(3), row.getInt(4), day(row.getDate(5))));
        }, variants.stream().map(variant -> (Object) Columns.bytes(variant.value())).toArray());
        return found;
    }

    /**
     * Reserves pieces, two statements whatever the number of variants: what is looked at is held until the transaction ends.
     *
     * @throws NotEnoughStock naming the first variant of which there is not enough; nothing is reserved then
     */
    void take(SortedMap<UUID, Integer> quantities) {
        take(null, quantities);
    }

    /** As above. @return false, and nothing is reserved, where the reference has reservations already */
    boolean take(UUID reference, SortedMap<UUID, Integer> quantities) {
        if (quantities.isEmpty()) {
            return true;
        }
        if (quantities.values().stream().anyMatch(quantity -> quantity <= 0)) {
            throw new IllegalArgumentException("a reservation is of one piece at least");
        }
        var held = new HashMap<UUID, Stand>();
        var known = new boolean[1];
        var asked = new ArrayList<Object>(List.of(reference == null ? new byte[0] : Columns.bytes(reference)));
        quantities.keySet().forEach(variant -> asked.add(Columns.bytes(variant)));
        jdbc.query("select variant_id, on_hand - reserved, backorderable, (select count(*) from stock_reservation r where r.reference = ?) from stock_item where variant_id in ("
                + marks(quantities.size()) + ") order by variant_id for update", row -> {
                    held.put(Columns.uuid(row.getBytes(1)), new Stand(row.getInt(2), row.getBoolean(3), 0, null));
                    known[0] |= row.getInt(4) > 0;
                }, asked.toArray());
        if (known[0]) {
            return false;
        }
        var more = new ArrayList<>();
        quantities.forEach((variant, quantity) -> {
            var stand = held.get(variant);
            if (stand == null || !stand.backorderable() && stand.available() < quantity) {
                throw new NotEnoughStock(new VariantId(variant), stand == null ? 0 : Math.max(0, stand.available()));
            }
            more.add(Columns.bytes(variant));
            more.add(quantity);
        });
        quantities.keySet().forEach(variant -> more.add(Columns.bytes(variant)));
        jdbc.update("update stock_item set reserved = reserved + case variant_id" + " when ? then ?".repeat(quantities.size()) + " else 0 end where variant_id in ("
                + marks(quantities.size()) + ")", more.toArray());
        return true;
    }

    private static String marks(int number) {
        return String.join(",", Collections.nCopies(number, "?"));
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
