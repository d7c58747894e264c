package app.regulars.pricing;

import app.regulars.platform.money.Money;

/**
 * What was agreed with a customer beside the prices.
 *
 * @param minimumOrder goods of at least this worth in an order; null for none
 * @param freeFrom     delivery is free from goods of this worth on; null for the shop's own bound
 * @param paymentDays  null for what stands in the customer's own record, or the shop's
 */
public record Terms(Money minimumOrder, Money freeFrom, Integer paymentDays) {

    public static final Terms NONE = new Terms(null, null, null);

    /** From which worth of goods delivery is free: what was agreed, where it is better than the shop's own bound. @param shop null where it has none */
    public Money freeFrom(Money shop) {
        return freeFrom == null || shop != null && freeFrom.compareTo(shop) > 0 ? shop : freeFrom;
    }
}
