package app.regulars.pricing;

import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Carts as they come: some goods without tax, promotions that do or do not go together, vouchers, one or two taxes. Priced by the shop's own rules. */
public final class RandomCarts {

    private static final String CURRENCY = "CAD";
    private static final Map<String, BigDecimal> CLASSES = Map.of("basic-grocery", BigDecimal.ZERO, "reduced", new BigDecimal("0.05"));
    private static final List<List<String>> PLACES = List.of(List.of("0.15"), List.of("0.13"), List.of("0.05", "0.09975"), List.of("0.05", "0.07"), List.of("0.05"), List.of());

    private RandomCarts() {
    }

    /** A cart and the taxes of where it goes. */
    public record Case(PricedCart cart, List<BigDecimal> rates) {

        /** Whether a tax is due on goods of a class; null stands for delivery. */
        public boolean isDue(String code, BigDecimal rate, String taxClass) {
            var usual = rates.get(Integer.parseInt(code.substring(1)));
            return (taxClass == null ? usual : CLASSES.getOrDefault(taxClass, usual)).compareTo(rate) == 0;
        }

        /** The taxes of other goods that go to the same place. @param nets by class, delivery under "" */
        public List<PricedCart.Tax> taxes(Map<String, Money> nets) {
            var taxes = new ArrayList<PricedCart.Tax>();
            for (var i = 0; i < rates.size(); i++) {
                var bases = new LinkedHashMap<BigDecimal, Money>();
                for (var net : nets.entrySet()) {
                    bases.merge(net.getKey().isEmpty() ? rates.get(i) : CLASSES.getOrDefault(net.getKey(), rates.get(i)), net.getValue(), Money::plus);
                }
                for (var base : bases.entrySet()) {
                    var amount = base.getValue().times(base.getKey());
                    if (base.getKey().signum() > 0 && !amount.isZero()) {
                        taxes.add(new PricedCart.Tax("T" + i, base.getKey(), amount));
                    }
                }
            }
            return taxes;
        }
    }

    public static Case next(Random random) {
        var lines = new ArrayList<CartLine>();
        for (var n = 1 + random.nextInt(4); n > 0; n--) {
            var each = new Expression.Stated(cents(1 + random.nextInt(random.nextInt(10) == 0 ? 50_000 : 4_000)), Origin.of(Origin.Kind.LIST));
            var quantity = 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 5);
            var item = new Item(VariantId.next(), ProductId.next(), Set.of("coffee"), each.value());
            lines.add(new CartLine(item, quantity, List.of("standard", "basic-grocery", "reduced").get(random.nextInt(3)), each, new Expression.Times(each, quantity), random.nextInt(8) == 0));
        }
        var sum = new CartSum(lines, CURRENCY);
        var promotions = new ArrayList<Promotion>();
        for (var n = random.nextInt(3); n > 0; n--) {
            promotions.add(random.nextBoolean()
                    ? new Promotion(Ids.next(), "p", Localized.of("p"), PromotionKind.PERCENT, Scope.ALL, BigDecimal.valueOf(1 + random.nextInt(600), 1), null, 0, 0, null, null,
                            random.nextBoolean(), null)
                    : new Promotion(Ids.next(), "a", Localized.of("a"), PromotionKind.AMOUNT, Scope.ALL, null, cents(1 + random.nextInt(5_000)), 0, 0, null, null, random.nextBoolean(),
                            null));
        }
        sum.promote(promotions, random.nextInt(3) == 0 ? BigDecimal.valueOf(25) : null);
        if (random.nextInt(4) == 0) {
            sum.takeOff("voucher", new DiscountSource.Offered("W", cents(1 + random.nextInt(3_000)), Localized.of("w")));
        }
        if (random.nextInt(3) == 0) {
            sum.takeOff("return-credit", new DiscountSource.Offered("C", cents(1 + random.nextInt(random.nextInt(3) == 0 ? 200_000 : 5_000)), Localized.of("c")));
        }
        var rates = PLACES.get(random.nextInt(PLACES.size())).stream().map(BigDecimal::new).toList();
        var due = new ArrayList<CartSum.Rate>();
        for (var i = 0; i < rates.size(); i++) {
            due.add(new CartSum.Rate("T" + i, rates.get(i), CLASSES));
        }
        return new Case(sum.sum(random.nextInt(3) == 0 ? Money.zero(CURRENCY) : cents(random.nextInt(3_000)), due, List.of(), List.of()), rates);
    }

    private static Money cents(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), CURRENCY);
    }
}
