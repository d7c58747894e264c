package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.Viewers;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What goes with the things in a cart, or could be taken instead, by the relations that staff keep; only what this customer may see and can have now. */
@Service
public class Companions {

    /** What is bought besides, and what is bought instead: each has places of its own. */
    private static final List<String> BESIDES = List.of("goes-with", "spare-part");
    private static final List<String> INSTEAD = List.of("upgrade", "instead-of");
    private static final int MOST_LINES = 20;
    private static final int MOST_LOOKED_AT = 30;

    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final Inventory inventory;

    Companions(Catalog catalog, Viewers viewers, Prices prices, Inventory inventory) {
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
        this.inventory = inventory;
    }

    private record Reason(String kind, Localized beside, Localized why) {
    }

    /** @param most of those that go with it @param others at most so many that could be taken instead */
    public List<Companion> of(CartFile cart, CustomerId customer, int most, int others) {
        var all = new ArrayList<>(of(cart, customer, most, BESIDES));
        var known = all.stream().map(Companion::handle).collect(Collectors.toSet());
        of(cart, customer, others + known.size(), INSTEAD).stream().filter(other -> !known.contains(other.handle())).limit(others).forEach(all::add);
        return all;
    }

    private List<Companion> of(CartFile cart, CustomerId customer, int most, List<String> kinds) {
        var viewer = viewers.of(customer);
        var there = cart.lines().stream().map(CartFile.Line::handle).collect(Collectors.toSet());
        var reasons = new LinkedHashMap<String, Reason>();
        for (var line : cart.lines().stream().limit(MOST_LINES).toList()) {
            catalog.product(line.handle(), viewer).ifPresent(product -> {
                for (ProductForm.Relation relation : product.relations()) {
                    if (kinds.contains(relation.kind()) && !there.contains(relation.handle()) && reasons.size() < MOST_LOOKED_AT) {
                        reasons.putIfAbsent(relation.handle(), new Reason(relation.kind(), line.name(), relation.why() == null ? Localized.of("") : relation.why()));
                    }
                }
            });
        }
        return reasons.isEmpty() ? List.of() : companions(reasons, viewer, customer, most);
    }

    private List<Companion> companions(Map<String, Reason> reasons, app.regulars.catalog.Viewer viewer, CustomerId customer, int most) {
        var cards = catalog.cardsByHandle(reasons.keySet(), viewer);
        var variants = cards.values().stream().flatMap(card -> card.choices().stream()).map(choice -> choice.variant()).toList();
        var costs = prices.of(variants, customer);
        var stock = inventory.available(variants);
        var found = new ArrayList<Companion>();
        cards.forEach((handle, card) -> {
            var choice = card.choices().stream().filter(some -> costs.containsKey(some.variant())
                    && (some.backorderable() || stock.getOrDefault(some.variant(), 0) >= some.quantities().least())).findFirst();
            if (choice.isPresent() && found.size() < most) {
                var reason = reasons.get(handle);
                found.add(new Companion(reason.kind(), card.handle(), choice.get().variant(), card.name(), card.art(), card.backdrop(), reason.beside(), reason.why(),
                        costs.get(choice.get().variant()).each(), BESIDES.contains(reason.kind()) && !choice.get().asks() && card.only()));
            }
        });
        return found;
    }
}
