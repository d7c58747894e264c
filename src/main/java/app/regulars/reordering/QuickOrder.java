package app.regulars.reordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's door: article numbers and quantities in, what they are and cost out, and for every line that cannot be read which and why. */
@Service
@Transactional(readOnly = true)
public class QuickOrder {

    private final Catalog catalog;
    private final Filling filling;

    QuickOrder(Catalog catalog, Filling filling) {
        this.catalog = catalog;
        this.filling = filling;
    }

    /** @param at counted from 1 @param text as typed @param key the text that says what is wrong */
    public record Bad(int at, String text, String key, Map<String, Object> values) {
    }

    /** @param left what could not be read, as typed, so that it can be put right */
    public record Read(ListFile file, List<Bad> bad, String left) {
    }

    /** @param customer whose prices, and who may see what; null for a visitor */
    public Read read(String typed, CustomerId customer) {
        var lines = OrderLines.read(typed);
        var bad = new ArrayList<Bad>();
        var left = new ArrayList<String>();
        var ids = catalog.idsBySku(lines.stream().filter(line -> line.wrong() == null).map(line -> line.sku().toUpperCase(Locale.ROOT)).distinct().toList());
        var wanted = new LinkedHashMap<app.regulars.catalog.VariantId, Integer>();
        var from = new LinkedHashMap<app.regulars.catalog.VariantId, OrderLines.Line>();
        for (var line : lines) {
            var id = line.wrong() == null ? ids.get(line.sku().toUpperCase(Locale.ROOT)) : null;
            var problem = line.wrong() != null ? line.wrong().name().toLowerCase(Locale.ROOT).replace('_', '-') : id == null ? "unknown" : null;
            if (problem != null) {
                bad.add(new Bad(line.at(), line.text().lines().findFirst().orElse(""), "reordering.quick." + problem, Map.of("sku", line.sku(), "most", OrderLines.MOST)));
                left.add(line.text());
            } else {
                wanted.merge(id, line.quantity(), (a, b) -> Math.min(a + b, 1_000_000));
                from.putIfAbsent(id, line);
            }
        }
        var known = catalog.variants(wanted.keySet());
        var good = new ArrayList<ShoppingLists.Line>();
        var file = filling.file(null, "", wanted.entrySet().stream().map(each -> new ShoppingLists.Line(each.getKey(), Configuration.NONE, Math.min(each.getValue(), 999), null))
                .toList(), customer);
        for (var each : file.lines()) {
            var line = from.get(each.line().variant());
            var problem = problem(each, known.get(each.line().variant()), wanted.get(each.line().variant()));
            if (problem != null) {
                bad.add(new Bad(line.at(), line.text(), problem.key(), problem.arguments()));
                left.add(line.text());
            } else {
                good.add(new ShoppingLists.Line(each.line().variant(), Configuration.NONE, each.line().quantity(), null));
            }
        }
        bad.sort(java.util.Comparator.comparingInt(Bad::at));
        return new Read(good.isEmpty() ? new ListFile(null, "", List.of(), file.total().minus(file.total())) : filling.file(null, "", good, customer), bad, String.join("\n", left));
    }

    private static Refused problem(BasketLine line, app.regulars.catalog.SellableVariant variant, int wanted) {
        if (!line.line().isSold()) {
            return new Refused("reordering.quick.gone", Map.of("sku", line.line().sku()));
        }
        if (variant.asks()) {
            return new Refused("reordering.quick.asks", Map.of("sku", line.line().sku()));
        }
        if (wanted > 999) {
            return new Refused("ordering.quantity.many", Map.of("most", 999));
        }
        try {
            variant.quantities().check(wanted);
            return null;
        } catch (Refused refused) {
            return refused;
        }
    }
}
