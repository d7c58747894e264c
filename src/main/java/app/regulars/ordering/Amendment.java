package app.regulars.ordering;

import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The part of an order that can be changed: its lines, its sums, where it goes and how. Lines are never taken out, so that their positions stay. */
record Amendment(List<OrderLine> lines, List<Order.Discount> discounts, List<Order.Tax> taxes, BigDecimal goods, BigDecimal discount, BigDecimal shipping,
                 BigDecimal total, PostalAddress address, String option, LocalDate promised, String currency) {

    OrderAmounts amounts() {
        return new OrderAmounts(Money.of(goods, currency), Money.of(discount, currency), Money.of(shipping, currency),
                taxes.stream().map(tax -> new OrderFile.Tax(tax.code(), tax.rate() == null ? null : tax.rate().stripTrailingZeros(), Money.of(tax.taxAmount(), currency))).toList(), Money.of(total, currency));
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
