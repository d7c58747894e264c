package app.regulars.ordering;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What credits and vouchers paid of a line before taxes. Each piece has its share of what was sold, whatever is called off or comes back, and
 * in whatever steps: the shares of the first pieces are one rounded sum, so that nothing stays behind.
 *
 * @param sold   of all pieces that were sold with it
 * @param pieces that were sold with it
 * @param kept   that are left of these
 */
public record LineCredit(Money sold, int pieces, int kept) {

    private static final int CENTS = 2;

    /** Of the pieces that are left. */
    public Money whole() {
        return upTo(kept);
    }

    /** Of the first so many. */
    public Money upTo(int first) {
        return Money.of(share(sold.amount(), Math.min(first, kept), pieces), sold.currency());
    }

    static BigDecimal share(BigDecimal whole, int some, int all) {
        return some >= all ? whole : some == 0 ? BigDecimal.ZERO.setScale(CENTS) : whole.multiply(BigDecimal.valueOf(some)).divide(BigDecimal.valueOf(all), CENTS, RoundingMode.HALF_UP);
    }
}
