package app.regulars.storefront;

import app.regulars.ordering.Usual;
import app.regulars.platform.money.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * A usual on the home page, as it would be ordered.
 *
 * @param left how much of the usual pause is left, in percent: 100 just after an order, 0 when the next one is due
 * @param chosen whether it goes into the cart with the others
 */
public record UsualLine(Usual usual, int quantity, int left, boolean chosen) {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int SOON = 20;
    private static final int RHYTHM = 3;

    static UsualLine of(Usual usual, Instant now) {
        var pause = YEAR.dividedBy(Math.max(1, usual.times()));
        var passed = Duration.between(usual.lastAt(), now);
        var left = usual.times() < RHYTHM ? 100 : (int) Math.clamp(100 - passed.toMinutes() * 100 / pause.toMinutes(), 0, 100);
        return new UsualLine(usual, Math.max(1, usual.lastQuantity()), left, left <= SOON);
    }

    UsualLine with(int quantity, boolean chosen) {
        return new UsualLine(usual, quantity, left, chosen);
    }

    /** The same at another price of one piece, for another quantity has its own. */
    UsualLine at(Money each) {
        return each == null ? this : new UsualLine(usual.at(each), quantity, left, chosen);
    }

    public boolean isSoon() {
        return left <= SOON;
    }

    public Money total() {
        return usual.each().times(quantity).rounded();
    }
}
