package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.util.List;
import java.util.Map;

/** What only the product's own page needs, kept as one document. */
record ProductContent(Localized tagline, Localized description, String art, Localized artAlt, String backdrop, List<String> gallery,
                      List<ProductForm.Option> options, Map<String, Integer> dials, List<ProductForm.Spec> specs,
                      List<ProductForm.Relation> relations, Localized keywords, List<ProductForm.Rule> rules, List<ProductForm.Input> inputs,
                      ProductForm.Shipping shipping) {

    /** What was written by an earlier version knows nothing of what came later. */
    ProductContent {
        rules = copy(rules);
        inputs = copy(inputs);
    }

    static ProductContent of(ProductForm form) {
        return new ProductContent(form.tagline(), form.description(), form.art(), form.artAlt(), form.backdrop(), copy(form.gallery()),
                copy(form.options()), form.dials() == null ? Map.of() : Map.copyOf(form.dials()), copy(form.specs()), copy(form.relations()),
                form.keywords(), form.rules(), form.inputs(), form.shipping());
    }

    /** The words of the chosen values, "1 kg, whole bean". */
    Localized words(Map<String, String> chosen) {
        var english = new java.util.StringJoiner(", ");
        var french = new java.util.StringJoiner(", ");
        for (var option : options) {
            option.values().stream().filter(value -> value.code().equals(chosen.get(option.code()))).findFirst().ifPresent(value -> {
                english.add(lowerAfterFirst(value.name().en(), english.length() > 0));
                french.add(lowerAfterFirst(value.name().in(java.util.Locale.CANADA_FRENCH), french.length() > 0));
            });
        }
        return new Localized(english.toString(), french.toString());
    }

    private static String lowerAfterFirst(String word, boolean later) {
        return later && !word.isEmpty() ? word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1) : word;
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
