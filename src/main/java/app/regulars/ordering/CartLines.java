package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.inventory.Inventory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import java.util.ArrayList;
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

    CartFile file(UUID key, List<Prices.Wish> wishes, CustomerId customer) {
        if (wishes.isEmpty()) {
            return new CartFile(key, List.of(), Money.zero(shop.currency()), 0);
        }
        var variants = wishes.stream().map(Prices.Wish::variant).toList();
        var sold = catalog.variants(variants);
        var costs = prices.of(variants, customer);
        var stock = inventory.available(variants);
        var lines = new ArrayList<CartFile.Line>();
        var goods = Money.zero(shop.currency());
        var pieces = 0;
        for (var wish : wishes) {
            var variant = sold.get(wish.variant());
            if (variant == null) {
                continue;
            }
            var price = variant.sellable() ? costs.get(wish.variant()) : null;
            var total = price == null ? null : price.each().times(wish.quantity()).rounded();
            lines.add(new CartFile.Line(wish.variant(), variant.handle(), variant.sku(), variant.name(), variant.options(), variant.art(), variant.backdrop(),
                    wish.quantity(), price == null ? null : price.each(), price == null ? null : price.list(), total,
                    variant.backorderable() ? null : Math.max(0, stock.getOrDefault(wish.variant(), 0))));
            pieces += wish.quantity();
            goods = total == null ? goods : goods.plus(total);
        }
        return new CartFile(key, lines, goods, pieces);
    }
}
