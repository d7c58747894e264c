package app.regulars.approving;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;

/**
 * What a buyer may order without asking, with delivery and taxes.
 *
 * @param person   null for every buyer without a limit of her own
 * @param perOrder null where there is no bound
 * @param perMonth in a calendar month of the shop's zone; null where there is no bound
 */
public record SpendingLimit(CustomerId person, Money perOrder, Money perMonth) {

    static final SpendingLimit NONE = new SpendingLimit(null, null, null);

    /** What this order is more than, or null. @param spent in this month so far */
    Over over(Money total, Money spent) {
        if (perOrder != null && !perOrder.isAtLeast(total)) {
            return Over.ORDER;
        }
        return perMonth != null && !perMonth.isAtLeast(spent.plus(total)) ? Over.MONTH : null;
    }
}
