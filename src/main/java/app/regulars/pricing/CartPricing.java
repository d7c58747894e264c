package app.regulars.pricing;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks up what a cart needs to be added up, and adds it up. */
@Component
class CartPricing {

    /** The shop's setting for the most that promotions may take off, in percent of the goods; empty for no limit. */
    static final String MOST = "most-discount-percent";

    private final Items items;
    private final Catalog catalog;
    private final Conditions conditions;
    private final RunningPromotions promotions;
    private final List<DiscountSource> sources;
    private final Taxes taxes;
    private final Shop shop;

    CartPricing(Items items, Catalog catalog, Conditions conditions, RunningPromotions promotions, List<DiscountSource> sources, Taxes taxes, Shop shop) {
        this.items = items;
        this.catalog = catalog;
        this.conditions = conditions;
        this.promotions = promotions;
        this.sources = sources;
        this.taxes = taxes;
        this.shop = shop;
    }

    PricedCart price(Asked asked, Instant at) {
        var lines = lines(asked, at);
        var sum = new CartSum(lines, shop.currency());
        var codes = new LinkedHashSet<String>();
        asked.codes().stream().limit(Codes.MOST).forEach(typed -> codes.add(Codes.normal(typed)));
        codes.remove("");
        var running = promotions.of(asked.customer(), asked.counted(), List.copyOf(codes), shop.currency(), at);
        sum.promote(running.promotions(), most());
        var states = promoted(codes, running, sum);
        for (var source : sources) {
            var offered = codes.isEmpty() ? List.<DiscountSource.Offered>of() : source.offered(codes, asked.customer(), at);
            for (var each : offered) {
                var applied = sum.takeOff(source.code(), each);
                states.put(each.code(), new PricedCart.Code(each.code(), applied ? PricedCart.Code.State.APPLIED : PricedCart.Code.State.NO_GOODS, null));
            }
        }
        var due = taxes.due(asked.country(), asked.province(), asked.customer(), at);
        return sum.sum(asked.shipping(), due.rates(), due.exemptions(), List.copyOf(states.values()));
    }

    Money goods(List<Prices.Wish> wishes, CustomerId customer, Instant at) {
        return new CartSum(lines(new Asked(wishes, customer, List.of(), null, null, Money.zero(shop.currency())), at), shop.currency()).goods();
    }

    private List<CartLine> lines(Asked asked, Instant at) {
        var variants = asked.wishes().stream().map(Prices.Wish::variant).toList();
        var sold = catalog.variants(variants);
        var known = items.of(variants, at);
        var unit = conditions.unitPrices(known.values(), asked.customer(), shop.currency(), at);
        var quantities = new HashMap<VariantId, Integer>();
        asked.wishes().forEach(wish -> quantities.merge(wish.variant(), wish.quantity(), Integer::sum));
        var lines = new ArrayList<CartLine>();
        for (var wish : asked.wishes()) {
            var item = known.get(wish.variant());
            var variant = sold.get(wish.variant());
            var each = item == null || variant == null ? null : unit.each(item, quantities.get(wish.variant()));
            if (each != null) {
                lines.add(new CartLine(item, wish.quantity(), variant.taxClass(), each, new Expression.Times(each, wish.quantity()), unit.isException(item)));
            }
        }
        return lines;
    }

    /** What became of the codes of coupons; the others are still unknown. */
    private static Map<String, PricedCart.Code> promoted(Set<String> codes, RunningPromotions.Running running, CartSum sum) {
        var states = new LinkedHashMap<String, PricedCart.Code>();
        var applied = sum.applied();
        for (var code : codes) {
            var promotion = running.promotions().stream().filter(each -> each.coupon() != null && each.coupon().code().equals(code)).findFirst().orElse(null);
            if (running.refused().containsKey(code)) {
                states.put(code, new PricedCart.Code(code, running.refused().get(code), null));
            } else if (promotion == null) {
                states.put(code, new PricedCart.Code(code, PricedCart.Code.State.UNKNOWN, null));
            } else if (applied.contains(code)) {
                states.put(code, new PricedCart.Code(code, PricedCart.Code.State.APPLIED, null));
            } else if (promotion.minimum() != null && !sum.goods().isAtLeast(promotion.minimum())) {
                states.put(code, new PricedCart.Code(code, PricedCart.Code.State.MINIMUM, promotion.minimum().minus(sum.goods())));
            } else {
                states.put(code, new PricedCart.Code(code, sum.wouldTakeOff(promotion) ? PricedCart.Code.State.BETTER : PricedCart.Code.State.NO_GOODS, null));
            }
        }
        return states;
    }

    private BigDecimal most() {
        var set = shop.get(MOST, "");
        return set.isBlank() ? null : new BigDecimal(set);
    }
}
