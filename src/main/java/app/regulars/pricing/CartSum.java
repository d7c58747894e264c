package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Adds a cart up: prices, promotions, vouchers, delivery, taxes. Knows no database and no clock. Each tax is its rate on the sum of what
 * it is due on after discounts, rounded once; the lines share it.
 */
final class CartSum {

    private final List<CartLine> lines;
    private final String currency;
    private final Expression goods;
    private final List<List<Expression>> off = new ArrayList<>();
    private final List<Money> credits = new ArrayList<>();
    private final List<PricedCart.Discount> discounts = new ArrayList<>();

    CartSum(List<CartLine> lines, String currency) {
        this.lines = lines;
        this.currency = currency;
        this.goods = new Expression.Sum(lines.stream().map(line -> (Expression) line.total()).toList(), currency);
        lines.forEach(line -> {
            off.add(new ArrayList<>());
            credits.add(Money.zero(currency));
        });
    }

    /** A rate that is due on some classes of goods. @param classes that are taxed otherwise, with their rate */
    record Rate(String code, BigDecimal rate, Map<String, BigDecimal> classes) {

        BigDecimal on(String taxClass) {
            return classes.getOrDefault(taxClass, rate);
        }
    }

    Money goods() {
        return goods.value();
    }

    /** The codes by which something was taken off. */
    Set<String> applied() {
        return discounts.stream().map(PricedCart.Discount::code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether the promotion would take anything off if it stood alone. */
    boolean wouldTakeOff(Promotion promotion) {
        return !new Promotions(lines, goods, currency, null).best(List.of(promotion)).isEmpty();
    }

    /** @param most percent of the goods that promotions may take off in all; null for no limit */
    void promote(List<Promotion> promotions, BigDecimal most) {
        for (var effect : new Promotions(lines, goods, currency, most).best(promotions)) {
            var amount = Money.zero(currency);
            for (int i = 0; i < lines.size(); i++) {
                var each = effect.off().get(i);
                if (each != null && !each.value().isZero()) {
                    off.get(i).add(each);
                    amount = amount.plus(each.value());
                }
            }
            var coupon = effect.promotion().coupon();
            discounts.add(new PricedCart.Discount(effect.promotion().origin(), null, coupon == null ? null : coupon.code(), amount));
        }
    }

    /** Takes an amount off what is left of the goods. @return false when nothing was left to take it off */
    boolean takeOff(String source, DiscountSource.Offered offered) {
        var nets = nets();
        var left = new Expression.Sum(nets, currency).value();
        if (left.isZero()) {
            return false;
        }
        var origin = new Origin(Origin.Kind.VOUCHER, null, offered.code(), offered.label(), null, 0);
        var whole = Expression.atMost(new Expression.Stated(offered.worth(), origin), left, Origin.Kind.GOODS);
        var weights = nets.stream().map(net -> net.value().amount()).toList();
        for (int i = 0; i < lines.size(); i++) {
            var part = new Expression.Part(whole, weights, i);
            if (!part.value().isZero()) {
                off.get(i).add(part);
                credits.set(i, credits.get(i).plus(part.value()));
            }
        }
        discounts.add(new PricedCart.Discount(origin, source, offered.code(), whole.value()));
        return true;
    }

    /** @param rates of the destination, without those that the customer need not pay */
    PricedCart sum(Money shipping, List<Rate> rates, List<PricedCart.Exemption> exemptions, List<PricedCart.Code> codes) {
        var nets = nets();
        var delivery = new Expression.Stated(shipping.rounded(), Origin.of(Origin.Kind.SHIPPING));
        var shares = new ArrayList<Money>();
        lines.forEach(line -> shares.add(Money.zero(currency)));
        var taxes = new ArrayList<PricedCart.Tax>();
        var all = new ArrayList<Expression>(nets);
        all.add(delivery);
        for (var rate : rates) {
            tax(rate, nets, delivery, shares, taxes, all);
        }
        var why = new Expression.Sum(all, currency);
        var priced = new ArrayList<PricedCart.Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var each = line.each().value();
            var total = line.total().value();
            priced.add(new PricedCart.Line(line.item().variant(), line.quantity(), each, line.item().list() == null ? each : line.item().list(), total, line.taxClass(),
                    total.minus(nets.get(i).value()), credits.get(i), shares.get(i), nets.get(i)));
        }
        return new PricedCart(priced, goods.value(), discounts, shipping.rounded(), taxes, exemptions, why.value(), codes, why);
    }

    private void tax(Rate rate, List<Expression> nets, Expression delivery, List<Money> shares, List<PricedCart.Tax> taxes, List<Expression> all) {
        var byRate = new LinkedHashMap<BigDecimal, List<Integer>>();
        for (int i = 0; i < lines.size(); i++) {
            byRate.computeIfAbsent(rate.on(lines.get(i).taxClass()), each -> new ArrayList<>()).add(i);
        }
        byRate.computeIfAbsent(rate.rate(), each -> new ArrayList<>());
        byRate.forEach((percent, on) -> {
            var due = new ArrayList<Expression>(on.stream().map(nets::get).toList());
            if (percent.equals(rate.rate())) {
                due.add(delivery);
            }
            var tax = new Expression.Tax(new Expression.Sum(due, currency), rate.code(), percent);
            var amount = tax.value();
            if (percent.signum() > 0 && !amount.isZero()) {
                taxes.add(new PricedCart.Tax(rate.code(), percent, amount));
                all.add(tax);
                var parts = Spread.of(amount, due.stream().map(each -> each.value().amount()).toList());
                for (int i = 0; i < on.size(); i++) {
                    shares.set(on.get(i), shares.get(on.get(i)).plus(parts.get(i)));
                }
            }
        });
    }

    private List<Expression> nets() {
        var nets = new ArrayList<Expression>();
        for (int i = 0; i < lines.size(); i++) {
            nets.add(off.get(i).isEmpty() ? lines.get(i).total() : new Expression.Less(lines.get(i).total(), List.copyOf(off.get(i))));
        }
        return nets;
    }
}
