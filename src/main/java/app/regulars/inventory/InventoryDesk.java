package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final AuditTrail audit;

    InventoryDesk(JdbcTemplate jdbc, Inventory inventory, AuditTrail audit) {
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
        var why = reason == null ? "" : reason.strip();
        if (difference == 0 || Math.abs(difference) > MOST) {
            throw new Refused("inventory.refused.difference", "difference", Map.of("most", MOST));
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refused("inventory.refused.reason", "reason", Map.of("most", LONGEST_REASON));
        }
        var before = jdbc.query("select on_hand from stock_item where variant_id = ? for update", (row, number) -> row.getInt(1),
                Columns.bytes(variant.value())).stream().findFirst().orElse(0);
        if (before + difference < 0) {
            throw new Refused("inventory.refused.below", "difference", Map.of("count", before));
        }
        inventory.adjust(variant, difference, why);
        audit.changed(by, "stock.adjusted", "variant", variant.value(), Change.of(null).of("onHand", before, before + difference).because(why));
    }

    private static String marks(Collection<VariantId> variants) {
        return String.join(",", Collections.nCopies(variants.size(), "?"));
    }

    private static Stream<Object> arguments(Collection<VariantId> variants) {
        return variants.stream().map(variant -> Columns.bytes(variant.value()));
    }
}
