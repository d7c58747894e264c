package app.regulars.testing;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Articles to buy in tests: one product with one variant each. */
@Component
public class Goods {

    private final CatalogDesk catalog;
    private final Prices prices;
    private final Inventory inventory;

    Goods(CatalogDesk catalog, Prices prices, Inventory inventory) {
        this.catalog = catalog;
        this.prices = prices;
        this.inventory = inventory;
    }

    public VariantId article(String sku, String price, int stock) {
        return article(sku, "standard", price, stock);
    }

    /** @param stock none is counted for 0 */
    public VariantId article(String sku, String taxClass, String price, int stock) {
        var name = Localized.of(sku);
        var variant = catalog.save(new ProductForm(sku.toLowerCase(Locale.ROOT), null, List.of(), name, name, name, null, null, "sand", List.of(), taxClass, List.of(),
                List.of(new ProductForm.Variant(sku, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrice(variant, Money.of(price, "CAD"));
        if (stock > 0) {
            inventory.adjust(variant, stock, "counted");
        }
        return variant;
    }
}
