package app.regulars.demo;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds the variants of the files in the catalogue, each asked for once. */
@Component
class DemoVariants {

    private final Catalog catalog;
    private final Map<String, VariantId> known = new ConcurrentHashMap<>();

    DemoVariants(Catalog catalog) {
        this.catalog = catalog;
    }

    VariantId id(String sku) {
        return known.computeIfAbsent(sku, wanted -> catalog.bySku(wanted).map(SellableVariant::id).orElseThrow());
    }
}
