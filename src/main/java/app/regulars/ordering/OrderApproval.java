package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever knows how much a person may order for a company without asking. Asked while an order is placed, in its transaction: where the
 * answer is a request, nothing is ordered and the cart is closed with it.
 */
public interface OrderApproval {

    /** @param total as the person saw it, with delivery and taxes @return nothing where it may be ordered */
    Optional<CheckoutResult.Requested> ask(NewOrder order, CheckoutForm form, Money total);

    /** Whether it is more than the person may order alone; asks nobody. */
    boolean isBeyond(CustomerId person, CustomerId company, Money total);

    /** What an earlier click on the same has become; nothing where it asked nobody. */
    Optional<CheckoutResult.Requested> asked(UUID key, CustomerId customer);
}
