package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.Quantities;
import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What has become of the lines of an order of before: first what is gone, was replaced, is short or has another price. */
final class ReorderLines {

    private final Baskets baskets;

    ReorderLines(Baskets baskets) {
        this.baskets = baskets;
    }

    List<ReorderForm.Line> of(CustomerId me, OrderFile before) {
        var wanted = new LinkedHashMap<Piece, Integer>();
        before.lines().stream().filter(line -> line.variant() != null && line.quantity() > 0)
                .forEach(line -> wanted.merge(new Piece(line.variant(), line.configuration()), line.quantity(), Integer::sum));
        var today = new HashMap<Piece, CartFile.Line>();
        baskets.look(wanted.entrySet().stream().map(wish -> new Prices.Wish(wish.getKey().variant(), Math.min(wish.getValue(), Cart.MOST_PIECES),
                wish.getKey().configuration())).toList(), me).lines().forEach(line -> today.put(new Piece(line.variant(), line.configuration()), line));
        var instead = instead(me, before, wanted, today);
        var lines = new ArrayList<ReorderForm.Line>();
        for (var line : before.lines()) {
            var piece = new Piece(line.variant(), line.configuration());
            if (line.quantity() > 0 && (line.variant() == null || wanted.remove(piece) != null)) {
                lines.add(instead.containsKey(line.variant()) ? replaced(line, instead.get(line.variant())) : line(line, today.get(piece)));
            }
        }
        lines.sort(Comparator.comparingInt(line -> line.change().ordinal()));
        return lines;
    }

    /** Of each variant and configuration there is one line. */
    private record Piece(VariantId variant, Configuration configuration) {
    }

    /** By what is gone, what took its place, where that can be put into a cart as it is and is not in the order anyway. */
    private Map<VariantId, CartFile.Line> instead(CustomerId me, OrderFile before, Map<Piece, Integer> wanted, Map<Piece, CartFile.Line> today) {
        var gone = wanted.keySet().stream().filter(piece -> today.get(piece) == null || !today.get(piece).isSold()).map(Piece::variant).distinct().toList();
        var others = new LinkedHashMap<>(baskets.instead(gone, me));
        others.values().removeIf(other -> other.asks() || before.lines().stream().anyMatch(line -> other.id().equals(line.variant())));
        var looks = baskets.look(others.values().stream().map(other -> other.id()).distinct().map(other -> new Prices.Wish(other, 1)).toList(), me).lines().stream()
                .filter(line -> line.isSold() && !isEmpty(line)).collect(Collectors.toMap(CartFile.Line::variant, line -> line));
        var found = new HashMap<VariantId, CartFile.Line>();
        // two that are gone may have one successor; it stands there once
        others.forEach((old, other) -> {
            var line = looks.remove(other.id());
            if (Objects.nonNull(line)) {
                found.put(old, line);
            }
        });
        return found;
    }

    private static boolean isEmpty(CartFile.Line line) {
        return line.available() != null && line.available() == 0;
    }

    private static ReorderForm.Line replaced(OrderFile.Line then, CartFile.Line now) {
        return new ReorderForm.Line(now.variant(), now.sku(), now.handle(), now.name(), now.options(), now.art(), now.backdrop(), 0, then.quantity(), then.each(),
                now.each(), now.available(), ReorderForm.Change.REPLACED, Configuration.NONE, now.quantities(), then.name());
    }

    private static ReorderForm.Line line(OrderFile.Line then, CartFile.Line now) {
        if (now == null || !now.isSold() || isEmpty(now)) {
            return new ReorderForm.Line(then.variant(), then.sku(), then.handle(), then.name(), then.options(), then.art(), then.backdrop(), 0, then.quantity(),
                    then.each(), null, 0, ReorderForm.Change.GONE, then.configuration(), Quantities.ANY, null);
        }
        var dearer = then.each().currency().equals(now.each().currency()) ? now.each().compareTo(then.each()) : 1;
        var change = now.isShort() ? ReorderForm.Change.SHORT : dearer > 0 ? ReorderForm.Change.DEARER : dearer < 0 ? ReorderForm.Change.CHEAPER
                : ReorderForm.Change.NONE;
        return new ReorderForm.Line(now.variant(), now.sku(), now.handle(), now.name(), now.options(), now.art(), now.backdrop(),
                now.isShort() ? now.available() : now.quantity(), now.quantity(), then.each(), now.each(), now.available(), change, then.configuration(), now.quantities(), null);
    }
}
