package app.regulars.inventory;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says when goods can leave: today from the shelf, on the day of a delivery that was announced, or after the time it takes to make or order them. */
@Service
public class Readiness {

    private final Stands stands;
    private final Catalog catalog;
    private final Shop shop;
    private final Clock clock;

    Readiness(Stands stands, Catalog catalog, Shop shop, Clock clock) {
        this.stands = stands;
        this.catalog = catalog;
        this.shop = shop;
        this.clock = clock;
    }

    /** The first day on which so many pieces can leave; variants of which nobody can say are not in the answer. */
    @Transactional(readOnly = true)
    public Map<VariantId, LocalDate> of(Map<VariantId, Integer> quantities) {
        var days = new HashMap<VariantId, LocalDate>();
        if (quantities.isEmpty()) {
            return days;
        }
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        var found = stands.of(quantities.keySet());
        var known = catalog.variants(quantities.keySet());
        quantities.forEach((variant, quantity) -> {
            var stand = found.get(variant);
            var lead = known.containsKey(variant) ? known.get(variant).leadDays() : null;
            if (stand != null && stand.available() >= quantity) {
                days.put(variant, today);
            } else if (stand != null && stand.expectedOn() != null && !stand.expectedOn().isBefore(today)
                    && stand.available() + stand.expected() >= quantity) {
                days.put(variant, lead != null && stand.backorderable() && today.plusDays(lead).isBefore(stand.expectedOn()) ? today.plusDays(lead) : stand.expectedOn());
            } else if (lead != null && known.get(variant).backorderable()) {
                days.put(variant, today.plusDays(lead));
            }
        });
        return days;
    }
}
