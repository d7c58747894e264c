package app.regulars.storefront;

import app.regulars.search.SearchDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that hits can be narrowed by: an option or a specification of products, with the values that several of them have.
 *
 * @param name as it stands on the page
 */
public record FacetGroup(String code, String name, List<Choice> choices) {

    /** The parameter of the address: "option:grind=whole,fact:material=stoneware". */
    static final String PARAMETER = "with";
    private static final int MOST_GROUPS = 4;
    private static final int MOST_CHOICES = 6;
    private static final int MOST_CHOSEN = 6;
    private static final int LONGEST_NAME = 40;
    /** What is said of fewer than one in so many hits does not help to choose among them. */
    private static final int ONE_IN = 5;
    private static final Pattern CODE = Pattern.compile("(option|fact):[a-z0-9_-]{1,80}=[a-z0-9_-]{1,80}");

    /** @param with the parameter's value that choosing it leads to */
    public record Choice(String code, String name, long count, boolean on, String with) {
    }

    /** The facets that the address asks for: at most one of a group. */
    static List<String> chosen(String parameter) {
        var byGroup = new LinkedHashMap<String, String>();
        Arrays.stream(parameter.split(",")).filter(code -> CODE.matcher(code).matches()).limit(MOST_CHOSEN).forEach(code -> byGroup.put(group(code), code));
        return List.copyOf(byGroup.values());
    }

    private static String group(String code) {
        return code.substring(0, code.indexOf('='));
    }

    /** @param counts by facet over all hits @param hits how many there are */
    static List<FacetGroup> of(Map<String, Long> counts, long hits, List<String> chosen) {
        var groups = new TreeMap<String, List<Choice>>();
        var names = new HashMap<String, String>();
        counts.forEach((facet, count) -> {
            var said = SearchDocument.Said.of(facet);
            if (said != null && said.value().length() <= LONGEST_NAME) {
                names.putIfAbsent(group(said.code()), said.name());
                groups.computeIfAbsent(group(said.code()), key -> new ArrayList<>())
                        .add(new Choice(said.code(), said.value(), count, chosen.contains(said.code()), with(chosen, said.code())));
            }
        });
        return groups.entrySet().stream().map(entry -> new FacetGroup(entry.getKey(), names.get(entry.getKey()), best(entry.getValue(), hits)))
                .filter(group -> group.isOn() || group.tellsApart() && group.covered() * ONE_IN >= hits)
                .sorted(Comparator.comparing(FacetGroup::isOn).reversed().thenComparing(Comparator.comparing(FacetGroup::covered).reversed())
                        .thenComparing(FacetGroup::code))
                .limit(MOST_GROUPS).toList();
    }

    private static List<Choice> best(List<Choice> all, long hits) {
        return all.stream().filter(choice -> choice.on() || choice.count() > 1 && choice.count() < hits)
                .sorted(Comparator.comparing(Choice::on).reversed().thenComparing(Comparator.comparing(Choice::count).reversed()).thenComparing(Choice::name))
                .limit(MOST_CHOICES).toList();
    }

    private boolean isOn() {
        return choices.stream().anyMatch(Choice::on);
    }

    /** Where every product comes in every size, choosing one helps nobody. */
    private boolean tellsApart() {
        return choices.stream().mapToLong(Choice::count).distinct().count() > 1;
    }

    private long covered() {
        return choices.stream().mapToLong(Choice::count).sum();
    }

    private static String with(List<String> chosen, String code) {
        var others = chosen.stream().filter(other -> !group(other).equals(group(code))).collect(Collectors.toCollection(ArrayList::new));
        if (!chosen.contains(code)) {
            others.add(code);
        }
        return String.join(",", others);
    }
}
