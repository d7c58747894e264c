package app.regulars.returning;

import app.regulars.platform.money.Money;
import java.math.RoundingMode;

/**
 * What can be given back, with tax.
 *
 * @param paid  for the whole line, less discounts
 * @param share of the pieces that come back
 * @param most  what is left of the line's money
 * @param credit what credits and vouchers paid of the pieces, before taxes: it can be used again
 */
public record Proposal(Money paid, Money share, Money most, Money credit) {

    /** What of the credit comes back beside so much money: all of it with the whole share, else as much of it. */
    Money creditFor(Money given) {
        return share.isZero() || given.isAtLeast(share) ? credit
                : Money.of(credit.amount().multiply(given.amount()).divide(share.amount(), 10, RoundingMode.HALF_UP), credit.currency()).rounded();
    }
}
