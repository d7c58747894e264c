package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what is on hand, and correcting it. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class InventoryDesk {

    /** The largest correction at once. */
    public static final int MOST = 100_000;
    private static final int LONGEST_REASON = 80;

    private final JdbcTemplate jdbc;
    private final Inventory inventory;
    private final Places places;
    private final AuditTrail audit;

    InventoryDesk(JdbcTemplate jdbc, Inventory inventory, Places places, AuditTrail audit) {
        this.places = places;
        this.jdbc = jdbc;
        this.inventory = inventory;
        this.audit = audit;
    }

    /** Variants without a stock record are not in the answer. */
    @Transactional(readOnly = true)
    public Map<VariantId, StockLevel> levels(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, StockLevel>();
        if (!variants.isEmpty()) {
            jdbc.query("select variant_id, on_hand, reserved, backorderable from stock_item where variant_id in (" + marks(variants) + ")", row -> {
                found.put(new VariantId(Columns.uuid(row.getBytes(1))), new StockLevel(row.getInt(2), row.getInt(3), row.getBoolean(4)));
            }, arguments(variants).toArray());
        }
        return found;
    }

    /** The last lines of the ledger for these variants, the newest first. */
    @Transactional(readOnly = true)
    public List<StockMovement> movements(Collection<VariantId> variants, int most) {
        return variants.isEmpty() ? List.of() : jdbc.query("select variant_id, happened_at, difference, reason from stock_movement where variant_id in ("
                + marks(variants) + ") order by happened_at desc, id desc limit ?", (row, number) -> new StockMovement(
                        new VariantId(Columns.uuid(row.getBytes(1))), Columns.instant(row, "happened_at"), row.getInt(3), row.getString(4)),
                Stream.concat(arguments(variants), Stream.of(most)).toArray());
    }

    /**
     * Goods came in, or a count was corrected.
     *
     * @throws Refused for no difference, a huge one, one that would leave less than nothing, or without a reason
     */
    @RolesAllowed(Permissions.STOCK_CHANGE)
    @Transactional
    public void adjust(StaffId by, VariantId variant, int difference, String reason) {
        adjust(by, variant, Places.MAIN, difference, reason);
    }

    /** As above, at one of the places where stock lies. */
    @RolesAllowed(Permissions.STOCK_CHANGE)
    @Transactional
    public void adjust(StaffId by, VariantId variant, String location, int difference, String reason) {
        checkLocation(location);
        var why = reason == null ? "" : reason.strip();
        if (difference == 0 || Math.abs(difference) > MOST) {
            throw new Refused("inventory.refused.difference", "difference", Map.of("most", MOST));
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused("inventory.refused.reason", "reason", Map.of("most", LONGEST_REASON));
        }
        var before = jdbc.query("select on_hand from stock_item where variant_id = ? for update", (row, number) -> row.getInt(1),
                Columns.bytes(variant.value())).stream().findFirst().orElse(0);
        var there = Math.min(before, places.at(variant.value(), location));
        if (there + difference < 0 && difference < 0) {
            throw new Refused("inventory.refused.below", "difference", Map.of("count", Math.max(0, there)));
        }
        inventory.adjustAll(Map.of(variant, difference), why, location);
        audit.changed(by, "stock.adjusted", "variant", variant.value(), Change.of(location).of("onHand", before, before + difference).because(why));
    }

    /** Pieces are carried from one place to another; what can be sold stays the same. @throws Refused when there are not so many */
    @RolesAllowed(Permissions.STOCK_CHANGE)
    @Transactional
    public void carry(StaffId by, VariantId variant, String from, String to, int pieces) {
        checkLocation(from);
        checkLocation(to);
        if (pieces < 1 || pieces > MOST || from.equals(to)) {
            throw new Refused("inventory.refused.difference", "pieces", Map.of("most", MOST));
        }
        jdbc.query("select on_hand from stock_item where variant_id = ? for update", (row, number) -> row.getInt(1), Columns.bytes(variant.value()));
        var there = places.at(variant.value(), from);
        if (there < pieces) {
            throw new Refused("inventory.refused.below", "pieces", Map.of("count", Math.max(0, there)));
        }
        inventory.adjustAll(Map.of(variant, -pieces), "carried", from);
        inventory.adjustAll(Map.of(variant, pieces), "carried", to);
        audit.changed(by, "stock.carried", "variant", variant.value(), Change.of(from + " → " + to).of("pieces", 0, pieces));
    }

    /** A delivery is announced. @param on null for none */
    @RolesAllowed(Permissions.STOCK_CHANGE)
    @Transactional
    public void expect(StaffId by, VariantId variant, int pieces, LocalDate on) {
        if (on != null && (pieces < 1 || pieces > MOST)) {
            throw new Refused("inventory.refused.difference", "pieces", Map.of("most", MOST));
        }
        inventory.expect(variant, pieces, on);
        audit.changed(by, "stock.expected", "variant", variant.value(), Change.of(null).to(Change.fields("pieces", pieces, "on", on)));
    }

    /** A place where stock lies is added, or named anew. */
    @RolesAllowed(Permissions.STOCK_CHANGE)
    @Transactional
    public void saveLocation(StaffId by, String code, Localized name) {
        if (code == null || !code.matches("[a-z][a-z0-9-]{1,18}")) {
            throw new Refused("inventory.refused.code", "code", Map.of());
        }
        if (name == null || blank(name.en()) || blank(name.fr())) {
            throw new Refused("inventory.refused.name", "name", Map.of());
        }
        var id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        var before = places.all().stream().filter(place -> place.code().equals(code)).findFirst();
        jdbc.update("insert into stock_location (code, name_en, name_fr, position) values (?, ?, ?, ?) on duplicate key update name_en = values(name_en), "
                + "name_fr = values(name_fr)", code, name.en().strip(), name.fr().strip(), places.all().size());
        audit.changed(by, "stock.location-saved", "stock-location", id, Change.of(code)
                .of("name", before.map(place -> place.name().en() + " / " + place.name().fr()).orElse(null), name.en().strip() + " / " + name.fr().strip()));
    }

    @Transactional(readOnly = true)
    public List<StockLocation> locations() {
        return places.all();
    }

    /** By variant, pieces by the code of the place. */
    @Transactional(readOnly = true)
    public Map<VariantId, Map<String, Integer>> places(Collection<VariantId> variants) {
        return places.of(variants);
    }

    /** Where the books disagree: the ledger, the places, the reservations and the stock; nothing when all is well. At most 100. */
    @Transactional(readOnly = true)
    public List<StockDifference> differences() {
        return jdbc.query("""
                select i.variant_id, i.on_hand, coalesce(m.pieces, 0), coalesce(a.pieces, 0), i.reserved, coalesce(r.pieces, 0) from stock_item i
                left join (select variant_id, sum(difference) as pieces from stock_movement group by variant_id) m on m.variant_id = i.variant_id
                left join (select variant_id, sum(on_hand) as pieces from stock_at group by variant_id) a on a.variant_id = i.variant_id
                left join (select variant_id, sum(quantity) as pieces from stock_reservation where state = 'HELD' group by variant_id) r
                    on r.variant_id = i.variant_id
                where i.on_hand <> coalesce(m.pieces, 0) or i.on_hand <> coalesce(a.pieces, 0) or i.reserved <> coalesce(r.pieces, 0) limit 100""",
                (row, n) -> new StockDifference(new VariantId(Columns.uuid(row.getBytes(1))), row.getInt(2), row.getLong(3), row.getLong(4), row.getInt(5),
                        row.getLong(6)));
    }

    private void checkLocation(String code) {
        if (places.all().stream().noneMatch(place -> place.code().equals(code))) {
            throw new Refused("inventory.refused.location", "location", Map.of());
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank() || text.length() > 120;
    }

    private static String marks(Collection<VariantId> variants) {
        return String.join(",", Collections.nCopies(variants.size(), "?"));
    }

    private static Stream<Object> arguments(Collection<VariantId> variants) {
        return variants.stream().map(variant -> Columns.bytes(variant.value()));
    }
}
