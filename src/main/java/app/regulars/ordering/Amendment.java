package app.regulars.ordering;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The part of an order that can be changed: its lines, its sums, where it goes and how. Lines are never taken out, so that their positions stay. */
record Amendment(List<OrderLine> lines, List<Order.Discount> discounts, List<Order.Tax> taxes, BigDecimal goods, BigDecimal discount, BigDecimal shipping,
                 BigDecimal total, PostalAddress address, String option, LocalDate promised, String currency) {

    OrderAmounts amounts() {
        return new OrderAmounts(Money.of(goods, currency), Money.of(discount, currency), Money.of(shipping, currency),
                taxes.stream().map(tax -> new OrderFile.Tax(tax.code(), tax.rate() == null ? null : tax.rate().stripTrailingZeros(), Money.of(tax.taxAmount(), currency))).toList(), Money.of(total, currency));
    }

    /** What vouchers and credits pay of each line, by position; where an old order does not know, in the share of what was taken off. */
    List<BigDecimal> credits() {
        var given = sum(discounts.stream().filter(Order.Discount::isCredit));
        return lines.stream().map(line -> line.creditAmount() != null ? line.creditAmount() : line.discountAmount() == null || discount.signum() == 0 ? BigDecimal.ZERO
                : given.multiply(line.discountAmount()).divide(discount, 2, RoundingMode.HALF_UP)).toList();
    }

    /** What vouchers and credits pay in all. */
    Money credit() {
        return Money.of(sum(discounts.stream().filter(Order.Discount::isCredit)), currency);
    }

    /** Of vouchers and credits. */
    List<String> codes() {
        return discounts.stream().filter(Order.Discount::isCredit).map(Order.Discount::code).toList();
    }

    private static BigDecimal sum(Stream<Order.Discount> discounts) {
        return discounts.map(Order.Discount::discountAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int pieces() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    /** Makes the lists of an order what they are here; what stays the same is not touched. */
    void into(List<OrderLine> kept, List<Order.Discount> keptDiscounts, List<Order.Tax> keptTaxes) {
        replace(kept, lines);
        replace(keptDiscounts, discounts);
        replace(keptTaxes, taxes);
    }

    private static <T> void replace(List<T> kept, List<T> now) {
        for (int i = 0; i < now.size(); i++) {
            if (i >= kept.size()) {
                kept.add(now.get(i));
            } else if (!kept.get(i).equals(now.get(i))) {
                kept.set(i, now.get(i));
            }
        }
        while (kept.size() > now.size()) {
            kept.removeLast();
        }
    }

    @Override
    public String toString() {
        return "an amendment";
    }
}
