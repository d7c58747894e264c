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
 * @param payment           "invoice", "card" or "transfer"
 * @param wishes            never null
 */
public record CheckoutForm(String name, String company, String email, String phone, PostalAddress address, String shippingOption,
                           String purchaseReference, String note, Locale locale, String payment, Wishes wishes) {

    /** Without any wishes. */
    public CheckoutForm(String name, String company, String email, String phone, PostalAddress address, String shippingOption, String purchaseReference, String note,
                        Locale locale, String payment) {
        this(name, company, email, phone, address, shippingOption, purchaseReference, note, locale, payment, Wishes.NONE);
    }

    /** Paid on invoice. */
    public CheckoutForm(String name, String company, String email, String phone, PostalAddress address, String shippingOption, String purchaseReference, String note,
                        Locale locale) {
        this(name, company, email, phone, address, shippingOption, purchaseReference, note, locale, "invoice");
    }

    /** The same, paid in that way. */
    public CheckoutForm paidBy(String method) {
        return new CheckoutForm(name, company, email, phone, address, shippingOption, purchaseReference, note, locale, method, wishes);
    }

    /** The same, with these wishes. */
    public CheckoutForm wishing(Wishes other) {
        return new CheckoutForm(name, company, email, phone, address, shippingOption, purchaseReference, note, locale, payment, other);
    }

    @Override
    public String toString() {
        return "a checkout form";
    }
}
