package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one piece costs: an exception binds, the narrowest and of those the latest; otherwise the lowest of the list price and of what each
 * price list says. Within a list the narrowest line counts, and of its quantities the highest that was reached; buying more never makes one
 * piece dearer.
 */
final class UnitPrices {

    static final UnitPrices NONE = new UnitPrices(List.of(), List.of());

    private final Map<String, List<Entry>> byTarget = new HashMap<>();
    private final List<Agreed> exceptions;

    UnitPrices(List<Entry> entries, List<Agreed> exceptions) {
        entries.forEach(entry -> byTarget.computeIfAbsent(entry.scope().target(), target -> new ArrayList<>()).add(entry));
        this.exceptions = exceptions;
    }

    /** @return null where nothing says what it costs */
    Expression each(Item item, int quantity) {
        var holding = new ArrayList<Expression>();
        var list = item.list() == null ? null : new Expression.Stated(item.list(), Origin.of(Origin.Kind.LIST));
        if (list != null) {
            holding.add(list);
        }
        byList(item, quantity).forEach(entry -> {
            var origin = new Origin(Origin.Kind.PRICE_LIST, entry.list(), entry.name(), entry.label(), null, entry.from() > 1 ? entry.from() : 0);
            if (entry.amount() != null) {
                holding.add(new Expression.Stated(entry.amount(), origin));
            } else if (list != null) {
                holding.add(new Expression.PercentOff(list, entry.percent(), origin));
            }
        });
        var otherwise = holding.isEmpty() ? null : holding.size() == 1 ? holding.getFirst() : new Expression.Lowest(List.copyOf(holding));
        var agreed = exception(item);
        if (agreed == null || agreed.amount() == null && list == null) {
            return otherwise;
        }
        var origin = new Origin(Origin.Kind.EXCEPTION, agreed.id(), null, null, agreed.reason(), 0);
        var bound = agreed.amount() != null ? new Expression.Stated(agreed.amount(), origin) : new Expression.PercentOff(list, agreed.percent(), origin);
        return new Expression.Binding(bound, otherwise == null ? bound : otherwise);
    }

    /** The quantities from which on one piece costs less, with the price from there. */
    List<Price.Break> breaks(Item item) {
        var steps = new TreeSet<Integer>();
        holding(item).stream().filter(entry -> entry.from() > 1).forEach(entry -> steps.add(entry.from()));
        var breaks = new ArrayList<Price.Break>();
        if (steps.isEmpty()) {
            return breaks;
        }
        var first = each(item, 1);
        Money last = first == null ? null : first.value();
        for (var from : steps) {
            var each = each(item, from);
            if (each != null && (last == null || each.value().compareTo(last) < 0)) {
                last = each.value();
                breaks.add(new Price.Break(from, last));
            }
        }
        return breaks;
    }

    private List<Entry> holding(Item item) {
        if (byTarget.isEmpty()) {
            return List.of();
        }
        var targets = new ArrayList<String>(item.categories());
        targets.add(item.variant().value().toString());
        targets.add(item.product().value().toString());
        targets.add("");
        return targets.stream().flatMap(target -> byTarget.getOrDefault(target, List.of()).stream()).filter(entry -> entry.scope().holds(item)).toList();
    }

    boolean isException(Item item) {
        return exception(item) != null;
    }

    private Agreed exception(Item item) {
        return exceptions.stream().filter(each -> each.scope().holds(item))
                .min(Comparator.comparing((Agreed each) -> each.scope().kind()).thenComparing(Comparator.comparing(Agreed::since).reversed())).orElse(null);
    }

    /**
     * Of each list what counts at this quantity and at any smaller one, so that buying more never makes one piece dearer; in the order of the
     * lists. Several of one quantity where a product stands in several categories.
     */
    private List<Entry> byList(Item item, int quantity) {
        var lists = new LinkedHashMap<UUID, List<Entry>>();
        for (var entry : holding(item)) {
            if (entry.from() <= quantity) {
                lists.computeIfAbsent(entry.list(), list -> new ArrayList<>()).add(entry);
            }
        }
        var found = new LinkedHashSet<Entry>();
        for (var list : lists.values()) {
            list.stream().map(Entry::from).distinct().sorted(Comparator.reverseOrder()).forEach(reached -> found.addAll(at(list, reached)));
        }
        return List.copyOf(found);
    }

    /** The narrowest lines that are reached, of each its highest quantity. */
    private static List<Entry> at(List<Entry> list, int quantity) {
        var there = list.stream().filter(entry -> entry.from() <= quantity).toList();
        var narrowest = there.stream().map(entry -> entry.scope().kind()).min(Comparator.naturalOrder()).orElseThrow();
        var reached = new LinkedHashMap<String, Entry>();
        there.stream().filter(entry -> entry.scope().kind() == narrowest)
                .forEach(entry -> reached.merge(entry.scope().target(), entry, (one, other) -> other.from() > one.from() ? other : one));
        return List.copyOf(reached.values());
    }
}
