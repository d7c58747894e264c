package app.regulars.pricing;

import app.regulars.platform.money.Money;
import java.util.List;

/**
 * What one piece costs this customer, and what it costs by the list. Both without tax.
 *
 * @param list   what everybody pays; the same as {@code each} where there is no list price
 * @param breaks from which quantity on it costs less, the smallest first
 * @param why    computes {@code each}
 */
public record Price(Money each, Money list, List<Break> breaks, Expression why) {

    /** From so many pieces on, one costs that. */
    public record Break(int from, Money each) implements java.io.Serializable {
    }

    public boolean isReduced() {
        return each.compareTo(list) < 0;
    }
}
