package app.regulars.ordering;

import app.regulars.platform.address.PostalAddress;
import java.util.Locale;

/**
 * What is said at checkout besides the goods.
 *
 * @param company           null for a person
 * @param shippingOption    "van", "standard", "express" or "pickup"
 * @param purchaseReference the customer's own, or null
 * @param note              for us, or null
 */
public record CheckoutForm(String name, String company, String email, String phone, PostalAddress address, String shippingOption,
                           String purchaseReference, String note, Locale locale) {

    @Override
    public String toString() {
        return "a checkout form";
    }
}
