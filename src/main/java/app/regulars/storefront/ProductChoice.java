package app.regulars.storefront;

import app.regulars.catalog.Combinations;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.ProductPage;
import app.regulars.platform.i18n.Localized;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which variant of a product is looked at, with what it costs.
 *
 * @param smallest the lowest price among the variants with each value of the first option, by the value's code
 */
public record ProductChoice(ProductPage product, ProductPage.Variant variant, Map<String, Offer> offers, Map<String, Offer> smallest)
        implements Serializable {

    /** @param offers by article number */
    static ProductChoice of(ProductPage product, String sku, Map<String, Offer> offers) {
        var chosen = product.variants().stream().filter(some -> some.sku().equalsIgnoreCase(sku)).findFirst()
                .or(() -> product.variants().stream().filter(some -> offers.get(some.sku()).canBeBought()).findFirst())
                .orElseGet(() -> product.variants().isEmpty() ? null : product.variants().getFirst());
        return with(product, chosen, offers);
    }

    /** The variant that has this value and otherwise as much of the present choice as possible. */
    ProductChoice choosing(String option, String value) {
        var best = product.variants().stream().filter(some -> value.equals(some.options().get(option)))
                .max(java.util.Comparator.comparingInt(this::inCommon)).orElse(variant);
        return with(product, best, offers);
    }

    private int inCommon(ProductPage.Variant other) {
        return (int) other.options().entrySet().stream().filter(entry -> entry.getValue().equals(variant.options().get(entry.getKey()))).count();
    }

    private static ProductChoice with(ProductPage product, ProductPage.Variant chosen, Map<String, Offer> offers) {
        var smallest = new HashMap<String, Offer>();
        if (!product.options().isEmpty()) {
            var first = product.options().getFirst().code();
            for (var variant : product.variants()) {
                var offer = offers.get(variant.sku());
                var value = variant.options().get(first);
                if (value != null && offer.each() != null) {
                    smallest.merge(value, offer, (one, other) -> one.each().compareTo(other.each()) <= 0 ? one : other);
                }
            }
        }
        return new ProductChoice(product, chosen, offers, smallest);
    }

    /** The picture of this very variant: one whose name ends in a chosen value ("bag-guji-dawn-1kg"), else the first, where there are such. */
    Optional<String> picture() {
        var named = variant.options().values().stream().flatMap(value -> product.gallery().stream().filter(art -> isOf(art, value))).findFirst();
        var any = product.options().stream().flatMap(option -> option.values().stream())
                .anyMatch(value -> product.gallery().stream().anyMatch(art -> isOf(art, value.code())));
        return named.isPresent() || !any ? named : Optional.ofNullable(product.art());
    }

    private static boolean isOf(String art, String value) {
        return art.replaceAll("\\.[a-z0-9]+$", "").endsWith("-" + value);
    }

    public Offer offer() {
        return variant == null ? null : offers.get(variant.sku());
    }

    /** Whether the prices differ by the values of this option, so that they are shown beside them. */
    public boolean pricedBy(ProductForm.Option option) {
        return option.equals(product.options().getFirst()) && smallest.values().stream().map(Offer::each).distinct().count() > 1;
    }

    /** The unit of the first variant with that value. */
    public ProductForm.Unit unit(String option, String value) {
        return product.variants().stream().filter(some -> value.equals(some.options().get(option))).findFirst().map(ProductPage.Variant::unit).orElse(null);
    }

    /** Why this value is not made together with what else is chosen; nothing where it is. */
    public Localized forbidden(String option, String value) {
        var wanted = new HashMap<>(variant.options());
        wanted.put(option, value);
        return Combinations.against(product.rules(), wanted).map(ProductForm.Rule::why).orElse(null);
    }

    /** The values of this option that are impossible now and the reason of each, a reason once. */
    public Map<Localized, List<ProductForm.Value>> impossible(ProductForm.Option option) {
        var reasons = new LinkedHashMap<Localized, List<ProductForm.Value>>();
        option.values().forEach(value -> {
            var why = forbidden(option.code(), value.code());
            if (why != null) {
                reasons.computeIfAbsent(why, k -> new ArrayList<>()).add(value);
            }
        });
        return reasons;
    }

    /** As many as typed, within what is sold at least. */
    public int atLeast(int quantity) {
        return variant == null ? quantity : Math.max(quantity, variant.quantities().least());
    }

    /** Whether any variant has this value together with what else is chosen. */
    public boolean exists(String option, String value) {
        var wanted = new HashMap<>(variant.options());
        wanted.put(option, value);
        return product.variants().stream().anyMatch(some -> some.options().equals(wanted));
    }
}
