package app.regulars.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which choices go together: what the options would allow, less what the rules forbid. */
public final class Combinations {

    /** More than this nobody keeps in order by hand. */
    public static final int MOST = 500;

    private Combinations() {
    }

    /** Every combination that no rule forbids, in the order of the options and their values; at most {@link #MOST}. */
    public static List<Map<String, String>> of(List<ProductForm.Option> options, List<ProductForm.Rule> rules) {
        var found = new ArrayList<Map<String, String>>();
        if (!options.isEmpty()) {
            extend(options, rules, new LinkedHashMap<>(), found);
        }
        return found;
    }

    private static void extend(List<ProductForm.Option> options, List<ProductForm.Rule> rules, Map<String, String> chosen, List<Map<String, String>> found) {
        if (found.size() >= MOST || against(rules, chosen).isPresent()) {
            return;
        }
        if (chosen.size() == options.size()) {
            found.add(new LinkedHashMap<>(chosen));
            return;
        }
        var option = options.get(chosen.size());
        for (var value : option.values()) {
            chosen.put(option.code(), value.code());
            extend(options, rules, chosen, found);
            chosen.remove(option.code());
        }
    }

    /** The rule that these choices break, if any. */
    public static Optional<ProductForm.Rule> against(List<ProductForm.Rule> rules, Map<String, String> chosen) {
        return rules.stream().filter(rule -> rule.forbids(chosen)).findFirst();
    }

    /**
     * The variants of all allowed combinations: known ones as they are, new ones with an article number made of the product's and the
     * codes of the values, and what else the first known one says.
     *
     * @param base the beginning of new article numbers, "MUG"
     */
    public static List<ProductForm.Variant> variants(String base, List<ProductForm.Option> options, List<ProductForm.Rule> rules,
                                                     List<ProductForm.Variant> known) {
        var byChoice = new LinkedHashMap<Map<String, String>, ProductForm.Variant>();
        known.forEach(variant -> byChoice.put(variant.options(), variant));
        var model = known.isEmpty() ? null : known.getFirst();
        return of(options, rules).stream().map(chosen -> byChoice.getOrDefault(chosen, new ProductForm.Variant(
                Variant.normalized(base + "-" + String.join("-", chosen.values())), chosen, null, model == null ? 0 : model.weightGrams(),
                model != null && model.backorderable(), model == null ? Quantities.ANY : model.quantities(), model == null ? null : model.leadDays()))).toList();
    }
}
