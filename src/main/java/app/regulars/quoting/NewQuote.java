package app.regulars.quoting;

import app.regulars.ordering.CheckoutForm;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody of the staff offers a customer.
 *
 * @param key        makes it one quote however often it is saved
 * @param form       where it goes, which way, and the note that stands on it
 * @param seen       the total that the person at the desk saw
 * @param validUntil the last day
 */
public record NewQuote(UUID key, CustomerId customer, List<Prices.Wish> wishes, CheckoutForm form, Money seen, LocalDate validUntil) {

    @Override
    public String toString() {
        return "a quote";
    }
}
