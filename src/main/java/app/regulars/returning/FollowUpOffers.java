package app.regulars.returning;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.identity.CustomerId;
import java.util.List;
import java.util.Locale;

/** What else the one question after a delivery leads to. Implemented by modules above this one; nothing is offered without them. */
public interface FollowUpOffers {

    /** A link of the mail. @param path begins with "/" */
    record Offer(String words, String path) {
    }

    /** For the customer who is asked; may be empty. */
    List<Offer> of(CustomerId customer, OrderNumber order, Locale language);
}
