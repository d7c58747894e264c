package app.regulars.pricing;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one engine that answers what something costs, wherever the question is asked. Prices are kept without tax. A line is the price
 * of one piece times the quantity, rounded half up to the cent; each tax is its rate on the sum of what it is due on, rounded once. The
 * rules stand in src/docs/adr/0016-one-engine-one-answer.md.
 */
@Service
public class Prices {

    private final ListPrices list;
    private final Items items;
    private final Conditions conditions;
    private final CartPricing carts;
    private final AgreedTerms terms;
    private final Redemptions redemptions;
    private final Shop shop;
    private final Clock clock;

    Prices(ListPrices list, Items items, Conditions conditions, CartPricing carts, AgreedTerms terms, Redemptions redemptions, Shop shop, Clock clock) {
        this.list = list;
        this.items = items;
        this.conditions = conditions;
        this.carts = carts;
        this.terms = terms;
        this.redemptions = redemptions;
        this.shop = shop;
        this.clock = clock;
    }

    /** A wish: so many of a variant. @param configuration what the customer says of the piece that is made for her; changes no price */
    public record Wish(VariantId variant, int quantity, Configuration configuration) {

        public Wish(VariantId variant, int quantity) {
            this(variant, quantity, Configuration.NONE);
        }
    }

    /** One piece of each. @param customer null for a visitor. Variants without a price are left out. */
    public Map<VariantId, Price> of(Collection<VariantId> variants, CustomerId customer) {
        return of(variants, customer, 1, clock.instant());
    }

    /** What one piece costs of so many; null where it has no price. */
    public Money each(VariantId variant, CustomerId customer, int quantity) {
        var price = of(List.of(variant), customer, quantity, clock.instant()).get(variant);
        return price == null ? null : price.each();
    }

    /** What one piece of each costs of so many, in their order; null where it has no price. As many statements as for one. */
    public List<Money> each(List<Wish> wishes, CustomerId customer) {
        var at = clock.instant();
        var known = items.of(wishes.stream().map(Wish::variant).distinct().toList(), at);
        var unit = conditions.unitPrices(known.values(), customer, shop.currency(), at);
        var prices = new ArrayList<Money>();
        wishes.forEach(wish -> {
            var why = known.containsKey(wish.variant()) ? unit.each(known.get(wish.variant()), wish.quantity()) : null;
            prices.add(why == null ? null : why.value());
        });
        return prices;
    }

    Map<VariantId, Price> of(Collection<VariantId> variants, CustomerId customer, int quantity, Instant at) {
        var known = items.of(variants.stream().distinct().toList(), at);
        var unit = conditions.unitPrices(known.values(), customer, shop.currency(), at);
        var prices = new LinkedHashMap<VariantId, Price>();
        known.forEach((variant, item) -> {
            var why = unit.each(item, quantity);
            if (why != null) {
                var each = why.value();
                prices.put(variant, new Price(each, item.list() == null ? each : item.list(), unit.breaks(item), why));
            }
        });
        return prices;
    }

    /** Whether something is agreed with the customer, so that what everybody sees may not be her price. */
    public boolean isPersonal(CustomerId customer) {
        return conditions.isPersonal(customer, clock.instant());
    }

    /** As {@link #price(Asked)}, without codes. */
    public PricedCart price(List<Wish> wishes, CustomerId customer, String country, String province, Money shipping) {
        return price(new Asked(wishes, customer, List.of(), country, province, shipping));
    }

    /** Prices a cart for a destination. Wishes for variants that have no price or do not exist are left out. */
    public PricedCart price(Asked asked) {
        return carts.price(asked, clock.instant());
    }

    /** What the goods of a cart are worth before discounts, delivery and taxes: by it delivery is free. */
    public Money goods(List<Wish> wishes, CustomerId customer) {
        return carts.goods(wishes, customer, clock.instant());
    }

    public Terms terms(CustomerId customer) {
        return terms.of(customer, shop.currency());
    }

    /** What the customer could have taken off without knowing a code, such as a voucher. */
    public List<DiscountSource.Offered> open(CustomerId customer) {
        return customer == null ? List.of() : redemptions.open(customer, clock.instant());
    }

    /**
     * Counts what an order used, once, and keeps how its prices came about; in the caller's transaction.
     *
     * @throws DiscountGone when something of it was used up meanwhile: then nothing may be ordered at this price
     */
    @Transactional
    public void use(PricedCart priced, UUID order, String number, CustomerId customer) {
        redemptions.use(priced, order, number, customer, false, clock.instant());
    }

    /** The same for a price that was promised before: it is counted, and no limit that was reached meanwhile breaks the promise. */
    @Transactional
    public void useAgreed(PricedCart priced, UUID order, String number, CustomerId customer) {
        redemptions.use(priced, order, number, customer, true, clock.instant());
    }

    /** The order is canceled: what it used can be used again. */
    @Transactional
    public void giveBack(UUID order) {
        redemptions.giveBack(order, clock.instant());
    }

    /**
     * Goods of the order were called off or came back: what credits and vouchers paid of them can be used again.
     *
     * @param codes of these, as the order has them
     */
    @Transactional
    public void giveBack(UUID order, Collection<String> codes, Money amount) {
        redemptions.giveBack(order, codes, amount, clock.instant());
    }

    /** Sets the list price of a variant from now on; the former one is kept as history. */
    @Transactional
    public void setListPrice(VariantId variant, Money price) {
        setListPrices(Map.of(variant, price));
    }

    /** Sets many list prices from now on; those that are the same already are left alone. */
    @Transactional
    public void setListPrices(Map<VariantId, Money> prices) {
        list.set(prices);
    }

    /** A rate for people: 0.14975 as "14.975 %" without needless zeros. */
    public static BigDecimal percent(BigDecimal rate) {
        var percent = rate.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
