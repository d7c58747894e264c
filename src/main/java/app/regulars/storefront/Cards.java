package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.catalog.VariantId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes product cards with price and stock: two statements at most, whatever the number. */
@Component
class Cards {

    private final Catalog catalog;
    private final Offers offers;

    Cards(Catalog catalog, Offers offers) {
        this.catalog = catalog;
        this.offers = offers;
    }

    List<CardView> of(Collection<ProductCard> products) {
        var offered = offers(products);
        return products.stream().map(card -> CardView.of(card, offered, null, null)).toList();
    }

    /** @param handles in the order to show; what is not published is left out */
    List<CardView> named(Collection<String> handles) {
        return of(catalog.cards(handles));
    }

    /** @param reasons why each stands here by handle, in the order to show */
    List<CardView> because(Map<String, String> reasons) {
        var products = catalog.cards(reasons.keySet());
        var offered = offers(products);
        return products.stream().map(card -> CardView.of(card, offered, null, reasons.get(card.handle()))).toList();
    }

    private Map<VariantId, Offer> offers(Collection<ProductCard> products) {
        var variants = new LinkedHashMap<VariantId, Boolean>();
        products.forEach(card -> card.choices().forEach(choice -> variants.put(choice.variant(), choice.backorderable())));
        return offers.of(variants);
    }
}
