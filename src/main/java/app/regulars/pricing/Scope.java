package app.regulars.pricing;

import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;

/**
 * What a price, a percentage or a promotion is on.
 *
 * @param target the id of the variant or product, the slug of the category with all below it, or empty for everything
 */
public record Scope(Kind kind, String target) {

    /** The narrower one is agreed more exactly. */
    public enum Kind {
        VARIANT, PRODUCT, CATEGORY, ALL
    }

    public static final Scope ALL = new Scope(Kind.ALL, "");

    public static Scope of(VariantId variant) {
        return new Scope(Kind.VARIANT, variant.value().toString());
    }

    public static Scope of(ProductId product) {
        return new Scope(Kind.PRODUCT, product.value().toString());
    }

    public static Scope category(String slug) {
        return new Scope(Kind.CATEGORY, slug);
    }

    boolean holds(Item item) {
        return switch (kind) {
            case VARIANT -> item.variant().value().toString().equals(target);
            case PRODUCT -> item.product().value().toString().equals(target);
            case CATEGORY -> item.categories().contains(target);
            case ALL -> true;
        };
    }
}
