package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.Readiness;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Asked;
import app.regulars.pricing.PriceWords;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Wishes as lines people can read: name, picture, price and stock of this moment. */
@Component
class CartLines {

    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final Inventory inventory;
    private final Readiness readiness;
    private final Shop shop;

    CartLines(Catalog catalog, Viewers viewers, Prices prices, Inventory inventory, Readiness readiness, Shop shop) {
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
        this.inventory = inventory;
        this.readiness = readiness;
        this.shop = shop;
    }

    /** The first day on which all of it can leave; null where nobody says anything else than today. */
    LocalDate ready(List<Prices.Wish> wishes) {
        var quantities = new HashMap<VariantId, Integer>();
        wishes.forEach(wish -> quantities.merge(wish.variant(), wish.quantity(), Integer::sum));
        return readiness.of(quantities).values().stream().max(Comparator.naturalOrder()).orElse(null);
    }

    /** What all of it weighs, packed. */
    int grams(List<Prices.Wish> wishes) {
        var known = catalog.variants(wishes.stream().map(Prices.Wish::variant).distinct().toList());
        return wishes.stream().filter(wish -> known.containsKey(wish.variant())).mapToInt(wish -> known.get(wish.variant()).weightGrams() * wish.quantity()).sum();
    }

    /** Without what could be used besides, and what was agreed: for whoever only wants the lines and the sum. */
    CartFile file(UUID key, List<Prices.Wish> wishes, CustomerId customer) {
        return file(key, wishes, List.of(), customer, false);
    }

    CartFile sum(UUID key, List<Prices.Wish> wishes, List<String> codes, CustomerId customer) {
        return file(key, wishes, codes, customer, false);
    }

    CartFile file(UUID key, List<Prices.Wish> wishes, List<String> codes, CustomerId customer) {
        return file(key, wishes, codes, customer, true);
    }

    private CartFile file(UUID key, List<Prices.Wish> wishes, List<String> codes, CustomerId customer, boolean whole) {
        if (wishes.isEmpty()) {
            return CartFile.empty(key, shop.currency());
        }
        var variants = wishes.stream().map(Prices.Wish::variant).toList();
        var sold = catalog.variants(variants, viewers.of(customer));
        var buyable = wishes.stream().filter(wish -> sold.containsKey(wish.variant()) && sold.get(wish.variant()).sellable()).toList();
        var priced = prices.price(new Asked(buyable, customer, codes, null, null, Money.zero(shop.currency())));
        // in the order of the wishes: of one variant there may be several lines, each made as its customer said
        var costs = new ArrayList<>(priced.lines());
        var stock = inventory.available(variants);
        var lines = new ArrayList<CartFile.Line>();
        var pieces = 0;
        for (var wish : wishes) {
            var variant = sold.get(wish.variant());
            if (variant == null) {
                continue;
            }
            var line = costs.stream().filter(some -> some.variant().equals(wish.variant()) && some.quantity() == wish.quantity()).findFirst().orElse(null);
            costs.remove(line);
            lines.add(new CartFile.Line(wish.variant(), variant.handle(), variant.sku(), variant.name(), variant.words(wish.configuration()), variant.art(),
                    variant.backdrop(), wish.quantity(), line == null ? null : line.each(), line == null ? null : line.list(), line == null ? null : line.total(),
                    line == null ? null : line.discount(), line == null ? List.of() : PriceWords.plain(line.why()),
                    variant.backorderable() ? null : Math.max(0, stock.getOrDefault(wish.variant(), 0)), variant.quantities(), wish.configuration(), null));
            pieces += wish.quantity();
        }
        var typed = priced.codes().stream().map(PricedCart.Code::code).toList();
        return new CartFile(key, lines, priced.goods(), pieces, priced, whole ? prices.open(customer).stream().filter(offered -> !typed.contains(offered.code())).toList() : List.of(),
                whole ? prices.terms(customer) : Terms.NONE);
    }
}
