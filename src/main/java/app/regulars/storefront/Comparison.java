package app.regulars.storefront;

import app.regulars.catalog.CompetitorPrice;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.ProductPage;
import app.regulars.platform.i18n.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Products side by side.
 *
 * @param columns the products, in the order of the address
 * @param facts   one row for each thing that any of them says of itself
 * @param others  what else could stand here
 */
public record Comparison(List<Column> columns, List<Fact> facts, List<Other> others) {

    /** At most so many stand side by side. */
    public static final int MOST = 4;

    /** @param without the address of the page without it @param elsewhere what others ask, as far as it is shown */
    public record Column(CardView view, String without, List<CompetitorPrice> elsewhere) {
    }

    /** @param values one for each column, empty where it says nothing @param differs whether not all say the same */
    public record Fact(String name, List<String> values, boolean differs) {
    }

    public record Other(String handle, String name) {
    }

    /** @param weight the text of a weight in grams */
    static List<Fact> facts(List<ProductPage> products, Locale locale, Map<String, String> names, java.util.function.IntFunction<String> weight) {
        var rows = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < products.size(); at++) {
            var product = products.get(at);
            for (var option : product.options()) {
                put(rows, products.size(), at, in(option.name(), locale),
                        option.values().stream().map(value -> in(value.name(), locale)).collect(Collectors.joining(", ")));
            }
            for (ProductForm.Spec spec : product.specs()) {
                put(rows, products.size(), at, in(spec.name(), locale), in(spec.value(), locale));
            }
            var lightest = product.variants().stream().mapToInt(ProductPage.Variant::weightGrams).filter(grams -> grams > 0).min();
            if (lightest.isPresent()) {
                put(rows, products.size(), at, names.get("weight"), weight.apply(lightest.getAsInt()));
            }
        }
        var facts = new ArrayList<Fact>();
        rows.forEach((name, values) -> facts.add(new Fact(name, values, values.stream().distinct().count() > 1)));
        return facts;
    }

    private static void put(Map<String, List<String>> rows, int columns, int at, String name, String value) {
        rows.computeIfAbsent(name, k -> new ArrayList<>(java.util.Collections.nCopies(columns, ""))).set(at, value);
    }

    private static String in(Localized text, Locale locale) {
        return Objects.requireNonNullElse(text == null ? null : text.in(locale), "");
    }
}
