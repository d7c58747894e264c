package app.regulars.reordering;

import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that was bought for a time.
 *
 * @param ended   whether its last day has passed
 * @param due     whether it can be continued now
 * @param renewal what continuing costs today; null where it is not due or not sold any more
 * @param form    how it would be ordered; null where there is no renewal
 */
public record TermFile(UUID id, BasketLine basket, int months, LocalDate beginsOn, LocalDate endsOn, boolean ended, boolean due, Checkout.Offer renewal, CheckoutForm form) {
}
