package app.regulars.reordering;

import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.ordering.Baskets;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes lines of wishes: today's price and stock, and what has changed. */
@Component
class Filling {

    private final Baskets baskets;
    private final Shop shop;

    Filling(Baskets baskets, Shop shop) {
        this.baskets = baskets;
        this.shop = shop;
    }

    /** @param customer whose prices; null for a visitor */
    ListFile file(UUID id, String name, List<ShoppingLists.Line> wanted, CustomerId customer) {
        var cart = baskets.look(wanted.stream().map(ShoppingLists.Line::wish).toList(), customer);
        var gone = cart.lines().stream().filter(line -> !line.isSold()).map(line -> line.variant()).toList();
        var instead = gone.isEmpty() ? Map.<VariantId, SellableVariant>of() : baskets.instead(gone, customer);
        var lines = new ArrayList<BasketLine>();
        for (var line : cart.lines()) {
            var then = wanted.stream().filter(each -> each.is(line.variant(), line.configuration())).findFirst().map(ShoppingLists.Line::then).orElse(null);
            lines.add(new BasketLine(line.since(then), line.isSold() ? null : instead.get(line.variant())));
        }
        var total = lines.stream().filter(BasketLine::canBePut).map(each -> each.line().each().times(each.putting()).rounded()).reduce(Money.zero(shop.currency()), Money::plus);
        return new ListFile(id, name, lines, total);
    }
}
