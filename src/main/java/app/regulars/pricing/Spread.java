package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides an amount by weights so that the parts are its sum to the cent: each gets what is sure, and the cents that are left go to the
 * largest remainders, of equal ones to the first.
 */
final class Spread {

    private Spread() {
    }

    /** @param weights none of them negative; where all are zero the first gets everything */
    static List<Money> of(Money whole, List<BigDecimal> weights) {
        var decimals = Math.max(0, Currency.getInstance(whole.currency()).getDefaultFractionDigits());
        var units = whole.rounded().amount().movePointRight(decimals).setScale(0, RoundingMode.UNNECESSARY);
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = new ArrayList<BigDecimal>();
        var remainders = new ArrayList<BigDecimal>();
        var left = units;
        for (int i = 0; i < weights.size(); i++) {
            if (sum.signum() == 0) {
                parts.add(i == 0 ? units : BigDecimal.ZERO);
                remainders.add(BigDecimal.ZERO);
                left = BigDecimal.ZERO;
                continue;
            }
            var both = units.multiply(weights.get(i)).divideAndRemainder(sum);
            parts.add(both[0]);
            remainders.add(both[1]);
            left = left.subtract(both[0]);
        }
        var first = IntStream.range(0, weights.size()).boxed().sorted(Comparator.comparing((Integer at) -> remainders.get(at)).reversed()).toList();
        for (int i = 0; i < left.intValueExact(); i++) {
            parts.set(first.get(i), parts.get(first.get(i)).add(BigDecimal.ONE));
        }
        return parts.stream().map(part -> Money.of(part.movePointLeft(decimals), whole.currency())).toList();
    }
}
