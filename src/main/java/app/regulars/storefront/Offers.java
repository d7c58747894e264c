package app.regulars.storefront;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.StockChanged;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.pricing.Prices;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prices and stock as every visitor sees them, kept in memory for some seconds. What is sold is priced and reserved anew by the
 * checkout; these are for showing only.
 */
@Component
class Offers {

    private static final int MOST = 200_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Prices prices;
    private final Inventory inventory;
    private final Cache<VariantId, Offer> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    Offers(Prices prices, Inventory inventory) {
        this.prices = prices;
        this.inventory = inventory;
    }

    /** @param backorderable by variant, whether it may be sold beyond the stock */
    Map<VariantId, Offer> of(Map<VariantId, Boolean> backorderable) {
        var offers = new LinkedHashMap<VariantId, Offer>(known.getAllPresent(backorderable.keySet()));
        if (offers.size() < backorderable.size()) {
            var missing = backorderable.keySet().stream().filter(variant -> !offers.containsKey(variant)).toList();
            read(missing, backorderable, offers);
        }
        return offers;
    }

    private void read(Collection<VariantId> variants, Map<VariantId, Boolean> backorderable, Map<VariantId, Offer> into) {
        var priced = prices.of(variants, null);
        var there = inventory.available(variants);
        for (var variant : variants) {
            var price = priced.get(variant);
            var offer = new Offer(variant, price == null ? null : price.each(), price == null ? null : price.list(),
                    Math.max(0, there.getOrDefault(variant, 0)), backorderable.get(variant));
            known.put(variant, offer);
            into.put(variant, offer);
        }
    }

    @EventListener
    void on(StockChanged changed) {
        AfterCommit.run(() -> known.invalidateAll(changed.variants()));
    }
}
