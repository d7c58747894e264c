package app.regulars.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a product’s own page needs to answer every question, and lacks. Prices and stock are asked of their own modules. The codes are
 * kept with the product when it is saved.
 */
final class Completeness {

    private static final int SHORTEST_DESCRIPTION = 40;

    private Completeness() {
    }

    /** "variants", "options", "specifications", "shipping", "text-en", "text-fr", "picture", "alternative" in this order. */
    static List<String> of(Product product) {
        var content = product.content();
        var variants = product.variants();
        var gaps = new ArrayList<String>();
        if (variants.isEmpty()) {
            gaps.add("variants");
        }
        if (variants.size() > 1 && variants.stream().anyMatch(variant -> variant.options().size() < Math.max(1, content.options().size()))) {
            gaps.add("options");
        }
        if (content.specs().isEmpty()) {
            gaps.add("specifications");
        }
        if (variants.stream().anyMatch(variant -> variant.weightGrams() <= 0)) {
            gaps.add("shipping");
        }
        if (content.description() == null || length(content.description().en()) < SHORTEST_DESCRIPTION) {
            gaps.add("text-en");
        }
        if (length(product.name().fr()) == 0 || content.description() == null || length(content.description().fr()) < SHORTEST_DESCRIPTION) {
            gaps.add("text-fr");
        }
        if (content.art() == null) {
            gaps.add("picture");
        } else if (content.artAlt() == null || length(content.artAlt().en()) == 0 || length(content.artAlt().fr()) == 0) {
            gaps.add("alternative");
        }
        return gaps;
    }

    private static int length(String text) {
        return text == null ? 0 : text.strip().length();
    }
}
