package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that a product's page tells, but what it costs and whether it is there. */
public record ProductPage(ProductId id, String handle, boolean published, List<CategoryLink> path, Localized name, Localized tagline, Localized description,
                          String art, Localized artAlt, String backdrop, List<String> gallery, String taxClass, List<ProductForm.Option> options,
                          List<Variant> variants, Map<String, Integer> dials, List<ProductForm.Spec> specs, List<ProductForm.Relation> relations,
                          Instant publishedAt, List<ProductForm.Rule> rules, List<ProductForm.Input> inputs, ProductForm.Shipping shipping) {

    /** A variant and the words for what was chosen. @param leadDays until it can leave when it is not on the shelf, or null */
    public record Variant(VariantId id, String sku, Map<String, String> options, Localized words, ProductForm.Unit unit, int weightGrams,
                          boolean backorderable, Quantities quantities, Integer leadDays) {
    }
}
