package app.regulars.ordering;

import app.regulars.platform.money.Money;
import java.time.LocalDate;

/**
 * What a change of an order does, before anybody confirms it.
 *
 * @param credit   what credits and vouchers paid of what is called off: they are worth that again
 * @param whole    nothing is left: the order is canceled
 * @param promised the day that is promised then, or null
 */
public record MoneyEffect(OrderAmounts before, OrderAmounts after, Money credit, boolean whole, LocalDate promised) {

    /** What is to be paid more, or given back where negative. */
    public Money difference() {
        return after.total().minus(before.total());
    }
}
