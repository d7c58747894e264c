package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.catalog.VariantPlaces;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Variants with what the engine needs to know of them: one statement for the list prices, one for what is not in memory. */
@Component
class Items {

    private final ListPrices list;
    private final VariantPlaces places;

    Items(ListPrices list, VariantPlaces places) {
        this.list = list;
        this.places = places;
    }

    /** In the order asked for; unknown ones are left out. */
    Map<VariantId, Item> of(Collection<VariantId> variants, Instant at) {
        var prices = list.at(variants, at);
        var standing = places.of(variants);
        var items = new LinkedHashMap<VariantId, Item>();
        variants.forEach(variant -> {
            var place = standing.get(variant);
            if (place != null) {
                items.put(variant, new Item(variant, place.product(), place.categories(), prices.get(variant)));
            }
        });
        return items;
    }
}
