package app.regulars.incentive;

import app.regulars.platform.money.Money;
import java.time.Instant;

/**
 * A welcome voucher.
 *
 * @param usedAt when it was taken off an order; null while it is open
 * @param order  the number of that order, or null
 */
public record Voucher(String code, Money worth, Instant givenAt, Instant usedAt, String order) {

    public boolean isOpen() {
        return usedAt == null;
    }
}
