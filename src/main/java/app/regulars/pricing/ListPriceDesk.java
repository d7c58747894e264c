package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what everybody pays who has agreed nothing else. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class ListPriceDesk {

    private static final BigDecimal HIGHEST = new BigDecimal("9999999");

    private final Prices prices;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    ListPriceDesk(Prices prices, AuditTrail audit, JdbcTemplate jdbc) {
        this.prices = prices;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** What a variant cost from a moment on. */
    public record Past(VariantId variant, Money price, Instant from) {
    }

    /** Variants without a price are not in the answer. */
    @Transactional(readOnly = true)
    public Map<VariantId, Money> of(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Money>();
        prices.of(variants, null).forEach((variant, price) -> found.put(variant, price.list()));
        return found;
    }

    /**
     * Sets list prices from now on; those that are the same already are left alone.
     *
     * @param numbers the article numbers, by which the history is found
     * @return those that changed
     */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional
    public List<VariantId> set(StaffId by, Map<VariantId, Money> wanted, Map<VariantId, String> numbers) {
        var before = of(wanted.keySet());
        var deeds = new ArrayList<AuditTrail.Deed>();
        var changed = new HashMap<VariantId, Money>();
        wanted.forEach((variant, price) -> {
            if (price.isNegative() || price.amount().compareTo(HIGHEST) > 0) {
                throw new IllegalArgumentException("no price for a shelf");
            }
            var was = before.get(variant);
            if (was == null || !was.equals(price)) {
                changed.put(variant, price);
                deeds.add(new AuditTrail.Deed(by, "price.changed", "variant", variant.value(), Change.of(numbers.get(variant)).of("price", was, price)));
            }
        });
        prices.setListPrices(changed);
        audit.changedAll(deeds);
        return List.copyOf(changed.keySet());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Past> history(Collection<VariantId> variants, int most) {
        return variants.isEmpty() ? List.of() : jdbc.query("select variant_id, amount, currency, valid_from from price where variant_id in ("
                + String.join(",", Collections.nCopies(variants.size(), "?")) + ") order by valid_from desc limit ?", (row, n) -> new Past(
                        new VariantId(Columns.uuid(row.getBytes(1))), new Money(row.getBigDecimal(2), row.getString(3)), Columns.instant(row, "valid_from")),
                Stream.concat(variants.stream().map(variant -> (Object) Columns.bytes(variant.value())), Stream.of(most)).toArray());
    }
}
