package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Something of another module that takes an amount off an order, such as a voucher. Implemented above pricing, collected by it. All
 * methods run in the caller's transaction.
 */
public interface DiscountSource {

    /** A stable code, such as "voucher". */
    String code();

    /**
     * An amount that could be taken off.
     *
     * @param code  as people type it
     * @param label what customers read
     */
    record Offered(String code, Money worth, Localized label) {
    }

    /** What these codes are worth to this customer now; codes that are not this source's, not the customer's or used are left out. */
    List<Offered> offered(Collection<String> codes, CustomerId customer, Instant at);

    /** What the customer could use without typing a code, so that it can be offered. */
    List<Offered> open(CustomerId customer, Instant at);

    /** @param amount what is taken off @return false when it is not worth that any more; of two orders at once one gets it */
    boolean use(String code, CustomerId customer, UUID order, String number, Money amount, Instant at);

    /** The order is canceled: what it used can be used again. Does nothing for an order that used nothing. */
    void giveBack(UUID order, Instant at);

    /**
     * Goods of the order were called off or came back: so much of what was taken off them can be used again.
     *
     * @return what of the amount came back, never more than this order still has of it; nothing for a code that is not this source's
     */
    Money giveBack(UUID order, String code, Money amount, Instant at);
}
