package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Asked;
import app.regulars.pricing.PriceWords;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Wishes as lines people can read: name, picture, price and stock of this moment. */
@Component
class CartLines {

    private final Catalog catalog;
    private final Prices prices;
    private final Inventory inventory;
    private final Shop shop;

    CartLines(Catalog catalog, Prices prices, Inventory inventory, Shop shop) {
        this.catalog = catalog;
        this.prices = prices;
        this.inventory = inventory;
        this.shop = shop;
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
        var sold = catalog.variants(variants);
        var buyable = wishes.stream().filter(wish -> sold.containsKey(wish.variant()) && sold.get(wish.variant()).sellable()).toList();
        var priced = prices.price(new Asked(buyable, customer, codes, null, null, Money.zero(shop.currency())));
        var costs = new HashMap<VariantId, PricedCart.Line>();
        priced.lines().forEach(line -> costs.putIfAbsent(line.variant(), line));
        var stock = inventory.available(variants);
        var lines = new ArrayList<CartFile.Line>();
        var pieces = 0;
        for (var wish : wishes) {
            var variant = sold.get(wish.variant());
            if (variant == null) {
                continue;
            }
            var line = costs.get(wish.variant());
            lines.add(new CartFile.Line(wish.variant(), variant.handle(), variant.sku(), variant.name(), variant.options(), variant.art(), variant.backdrop(),
                    wish.quantity(), line == null ? null : line.each(), line == null ? null : line.list(), line == null ? null : line.total(),
                    line == null ? null : line.discount(), line == null ? List.of() : PriceWords.plain(line.why()),
                    variant.backorderable() ? null : Math.max(0, stock.getOrDefault(wish.variant(), 0))));
            pieces += wish.quantity();
        }
        var typed = priced.codes().stream().map(PricedCart.Code::code).toList();
        return new CartFile(key, lines, priced.goods(), pieces, priced, whole ? prices.open(customer).stream().filter(offered -> !typed.contains(offered.code())).toList() : List.of(),
                whole ? prices.terms(customer) : Terms.NONE);
    }
}
