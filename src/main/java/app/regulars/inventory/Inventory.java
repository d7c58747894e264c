package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock and reservations of variants; every change of what is on hand is a ledger entry. Never below zero unless back-order is
 * allowed: whoever reserves holds the records of all variants, in the order of their ids, from looking at them until the end of the
 * transaction, so that checkouts at once never oversell and never wait for each other in a circle.
 */
@Service
public class Inventory {

    private final JdbcTemplate jdbc;
    private final Stands stands;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Inventory(JdbcTemplate jdbc, Stands stands, Places places, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.stands = stands;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /** Pieces that can be promised now: on hand less reserved. Variants without a stock record are not in the answer. */
    public Map<VariantId, Integer> available(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Integer>();
        stands.of(variants).forEach((variant, stand) -> found.put(variant, stand.available()));
        return found;
    }

    /**
     * Reserves all lines for a reference (an order), in the caller's transaction; again for the same reference does nothing.
     *
     * @throws NotEnoughStock naming the first variant of which there is not enough; nothing is reserved then, as the caller's
     *                        transaction has to end
     */
    @Transactional
    public void hold(UUID reference, Map<VariantId, Integer> quantities) {
        hold(reference, quantities, null);
    }

    /** As above, for some time only: then it is released by itself, unless {@link #keep} was called. @param limit null without an end */
    @Transactional
    public void hold(UUID reference, Map<VariantId, Integer> quantities, Duration limit) {
        var ordered = inOrder(quantities);
        if (ordered.isEmpty() || !stands.take(reference, ordered)) {
            return;
        }
        var now = Columns.utc(clock.instant());
        var until = limit == null ? null : Columns.utc(clock.instant().plus(limit));
        jdbc.update("insert into stock_reservation (reference, variant_id, quantity, state, held_at, held_until) values "
                + String.join(", ", Collections.nCopies(ordered.size(), "(?, ?, ?, 'HELD', ?, ?)")), ordered.entrySet().stream()
                        .flatMap(each -> Stream.of(Columns.bytes(reference), Columns.bytes(each.getKey()), each.getValue(), now, until)).toArray());
        changed(quantities.keySet());
    }

    /** The reservation has no end any more. @return whether it still stands */
    @Transactional
    public boolean keep(UUID reference) {
        return jdbc.update("update stock_reservation set held_until = null where reference = ? and state = 'HELD'", Columns.bytes(reference)) > 0;
    }

    /** The reserved goods have left: on hand falls. Idempotent. */
    @Transactional
    public void commit(UUID reference) {
        end(reference, "SHIPPED", true, "");
    }

    /** Some of the reserved goods have left, the rest stays reserved. Not idempotent: whoever sends a shipment calls it once. */
    @Transactional
    public void commit(UUID reference, Map<VariantId, Integer> quantities) {
        part(reference, quantities, true);
    }

    /** Some of the reserved goods are free again, the rest stays reserved. Not idempotent. */
    @Transactional
    public void release(UUID reference, Map<VariantId, Integer> quantities) {
        part(reference, quantities, false);
    }

    /** Reserves more for a reference that has a reservation, or had one. Not idempotent. @throws NotEnoughStock as {@link #hold} */
    @Transactional
    public void holdMore(UUID reference, Map<VariantId, Integer> quantities) {
        var now = Columns.utc(clock.instant());
        var ordered = inOrder(quantities);
        stands.take(ordered);
        ordered.forEach((id, quantity) -> {
            var variant = Columns.bytes(id);
            if (jdbc.update("update stock_reservation set quantity = quantity + ? where reference = ? and variant_id = ? and state = 'HELD'", quantity,
                    Columns.bytes(reference), variant) == 0
                    && jdbc.update("update stock_reservation set quantity = ?, state = 'HELD', held_at = ?, held_until = null, ended_at = null where reference = ? and variant_id = ?",
                            quantity, now, Columns.bytes(reference), variant) == 0) {
                jdbc.update("insert into stock_reservation (reference, variant_id, quantity, state, held_at) values (?, ?, ?, 'HELD', ?)", Columns.bytes(reference), variant,
                        quantity, now);
            }
        });
        changed(quantities.keySet());
    }

    /** The reservation ends without a sale. Idempotent. */
    @Transactional
    public void release(UUID reference) {
        end(reference, "RELEASED", false, "");
    }

    /** Reservations whose time is over end here. @return the references that ended; there may be more */
    @Transactional
    public List<UUID> releaseExpired(int most) {
        var now = Columns.utc(clock.instant());
        var over = jdbc.query("select distinct reference from stock_reservation where state = 'HELD' and held_until <= ? order by reference limit ?",
                (row, n) -> Columns.uuid(row.getBytes(1)), now, most);
        // only those whose time is over: what was kept meanwhile stays
        over.forEach(reference -> end(reference, "EXPIRED", false, " and held_until is not null"));
        return over;
    }

    /** What is expected to come in, and when; replaces what was expected before. @param on null for nothing */
    @Transactional
    public void expect(VariantId variant, int pieces, LocalDate on) {
        jdbc.update("insert into stock_item (variant_id, on_hand, reserved, backorderable, expected, expected_on) values (?, 0, 0, false, ?, ?) "
                + "on duplicate key update expected = values(expected), expected_on = values(expected_on)", Columns.bytes(variant.value()),
                on == null ? 0 : pieces, on == null ? null : java.sql.Date.valueOf(on));
        changed(List.of(variant));
    }

    /** Goods came in, or a count was corrected. @param reason stands in the ledger */
    @Transactional
    public void adjust(VariantId variant, int difference, String reason) {
        adjustAll(Map.of(variant, difference), reason);
    }

    /** Many corrections at once; makes the stock records of variants that have none. */
    @Transactional
    public void adjustAll(Map<VariantId, Integer> differences, String reason) {
        adjustAll(differences, reason, Places.MAIN);
    }

    /** As above, at one of the places where stock lies. */
    @Transactional
    public void adjustAll(Map<VariantId, Integer> differences, String reason, String location) {
        var ordered = List.copyOf(inOrder(differences).entrySet());
        var now = Columns.utc(clock.instant());
        jdbc.batchUpdate("insert into stock_item (variant_id, on_hand, reserved, backorderable) values (?, ?, 0, false) "
                + "on duplicate key update on_hand = on_hand + values(on_hand)", ordered, 500, (statement, entry) -> {
                    statement.setBytes(1, Columns.bytes(entry.getKey()));
                    statement.setInt(2, entry.getValue());
                });
        places.add(ordered, location);
        jdbc.batchUpdate("insert into stock_movement (id, variant_id, happened_at, difference, reason, location) values (?, ?, ?, ?, ?, ?)", ordered, 500,
                (statement, entry) -> {
                    statement.setBytes(1, Columns.bytes(Ids.next()));
                    statement.setBytes(2, Columns.bytes(entry.getKey()));
                    statement.setObject(3, now);
                    statement.setInt(4, entry.getValue());
                    statement.setString(5, reason);
                    statement.setString(6, location);
                });
        changed(differences.keySet());
    }

    /** The shelves were counted: sets what is on hand, with the difference in the ledger. */
    @Transactional
    public void count(Map<VariantId, Integer> onHand, String reason) {
        var differences = new HashMap<>(onHand);
        var wanted = List.copyOf(onHand.keySet());
        for (int from = 0; from < wanted.size(); from += 500) {
            var part = wanted.subList(from, Math.min(wanted.size(), from + 500));
            jdbc.query("select variant_id, on_hand from stock_item where variant_id in (" + String.join(",", Collections.nCopies(part.size(), "?")) + ")", row -> {
                differences.merge(new VariantId(Columns.uuid(row.getBytes(1))), -row.getInt(2), Integer::sum);
            }, part.stream().map(variant -> (Object) Columns.bytes(variant.value())).toArray());
        }
        differences.values().removeIf(difference -> difference == 0);
        if (!differences.isEmpty()) {
            adjustAll(differences, reason);
        }
    }

    /** Whether the variants may be sold beyond what is on hand. */
    @Transactional
    public void allowBackorder(Map<VariantId, Boolean> allowed) {
        jdbc.batchUpdate("insert into stock_item (variant_id, on_hand, reserved, backorderable) values (?, 0, 0, ?) "
                + "on duplicate key update backorderable = values(backorderable)", allowed.entrySet(), 500, (statement, entry) -> {
                    statement.setBytes(1, Columns.bytes(entry.getKey().value()));
                    statement.setBoolean(2, entry.getValue());
                });
    }

    /** @param only a further condition on the reservation */
    private void end(UUID reference, String state, boolean left, String only) {
        var held = new HashMap<VariantId, Integer>();
        jdbc.query("select variant_id, quantity from stock_reservation where reference = ? and state = 'HELD'", row -> {
            held.put(new VariantId(Columns.uuid(row.getBytes(1))), row.getInt(2));
        }, Columns.bytes(reference));
        var now = Columns.utc(clock.instant());
        inOrder(held).forEach((id, quantity) -> {
            var variant = Columns.bytes(id);
            var mine = jdbc.update("update stock_reservation set state = ?, ended_at = ? where reference = ? and variant_id = ? and state = 'HELD'" + only,
                    state, now, Columns.bytes(reference), variant);
            if (mine == 0) {
                return;
            }
            freed(id, quantity, left, reference);
        });
        if (!held.isEmpty()) {
            changed(held.keySet());
        }
    }

    /** The row keeps what is still reserved; with the last piece it ends, saying how. Goods of which there is no stock record are not counted. */
    private void part(UUID reference, Map<VariantId, Integer> quantities, boolean left) {
        var now = Columns.utc(clock.instant());
        inOrder(quantities).forEach((id, quantity) -> {
            var variant = Columns.bytes(id);
            var mine = jdbc.update("update stock_reservation set quantity = quantity - ? where reference = ? and variant_id = ? and state = 'HELD' and quantity > ?",
                    quantity, Columns.bytes(reference), variant, quantity);
            if (mine == 0) {
                mine = jdbc.update("update stock_reservation set state = ?, ended_at = ? where reference = ? and variant_id = ? and state = 'HELD' and quantity = ?",
                        left ? "SHIPPED" : "RELEASED", now, Columns.bytes(reference), variant, quantity);
            }
            if (mine > 0) {
                freed(id, quantity, left, reference);
            }
        });
        changed(quantities.keySet());
    }

    private void freed(UUID id, int quantity, boolean left, UUID reference) {
        var variant = Columns.bytes(id);
        jdbc.update("update stock_item set reserved = reserved - ?, on_hand = on_hand - ? where variant_id = ?", quantity, left ? quantity : 0, variant);
        if (left) {
            places.take(id, quantity).forEach((location, pieces) -> jdbc.update("insert into stock_movement (id, variant_id, happened_at, difference, reason, "
                    + "reference, location) values (?, ?, ?, ?, 'shipped', ?, ?)", Columns.bytes(Ids.next()), variant, Columns.utc(clock.instant()), -pieces,
                    Columns.bytes(reference), location));
        }
    }

    private void changed(Collection<VariantId> variants) {
        events.publishEvent(new StockChanged(List.copyOf(variants), clock.instant()));
    }

    private static TreeMap<UUID, Integer> inOrder(Map<VariantId, Integer> quantities) {
        var ordered = new TreeMap<UUID, Integer>();
        quantities.forEach((variant, quantity) -> ordered.put(variant.value(), quantity));
        return ordered;
    }
}
