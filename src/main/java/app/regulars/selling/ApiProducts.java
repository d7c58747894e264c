package app.regulars.selling;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductPage;
import app.regulars.catalog.Viewers;
import app.regulars.inventory.Inventory;
import app.regulars.pricing.Prices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Products as a program needs them to order: numbers, names, today's price of its customer, and how many can be promised now. */
@Component
class ApiProducts {

    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final Inventory inventory;

    ApiProducts(Catalog catalog, Viewers viewers, Prices prices, Inventory inventory) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
    }

    List<Map<String, Object>> list(KeyRow key, int page, int size, Locale reader) {
        return catalog.handles(page, size).stream().map(handle -> product(key, handle, reader)).flatMap(Optional::stream).toList();
    }

    Optional<Map<String, Object>> product(KeyRow key, String handle, Locale reader) {
        return catalog.product(handle, viewers.of(key.customer())).map(page -> paper(key, page, reader));
    }

    private Map<String, Object> paper(KeyRow key, ProductPage page, Locale reader) {
        var paper = new LinkedHashMap<String, Object>();
        paper.put("handle", page.handle());
        paper.put("name", ApiPapers.words(page.name(), reader));
        paper.put("tagline", ApiPapers.words(page.tagline(), reader));
        paper.put("href", "/api/v1/products/" + page.handle());
        var there = inventory.available(page.variants().stream().map(variant -> variant.id()).toList());
        paper.put("variants", page.variants().stream().map(variant -> {
            var each = new LinkedHashMap<String, Object>();
            var price = prices.each(variant.id(), key.customer(), 1);
            each.put("sku", variant.sku());
            each.put("options", ApiPapers.words(variant.words(), reader));
            each.put("price", ApiPapers.amount(price));
            each.put("currency", price == null ? null : price.currency());
            each.put("available", there.get(variant.id()));
            return each;
        }).toList());
        return paper;
    }
}
