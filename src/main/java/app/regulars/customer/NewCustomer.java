package app.regulars.customer;

import app.regulars.platform.address.PostalAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A customer to be recorded by staff, an import or the demonstration shop.
 *
 * @param company          null for a person; else the person becomes the first administrator of this company
 * @param companyKind      such as "café", or null
 * @param address          the default address, or null
 * @param source           where the record comes from ("import", "staff", "demo")
 * @param preferredChannel "email", "phone" or null
 * @param custom           answers to custom fields, by the name of the input
 * @param origin           more of where it comes from, or null
 */
public record NewCustomer(String name, String company, String companyKind, String email, String phone, Locale locale, PostalAddress address,
                          Instant joinedAt, String source, String preferredChannel, String occupation, String note, Origin origin,
                          Map<String, String> custom) {

    /** Without anything known of how the record came to be besides its source. */
    public NewCustomer(String name, String company, String companyKind, String email, String phone, Locale locale, PostalAddress address, Instant joinedAt,
                       String source, String preferredChannel, String occupation, String note) {
        this(name, company, companyKind, email, phone, locale, address, joinedAt, source, preferredChannel, occupation, note, null, Map.of());
    }

    public NewCustomer(String name, String company, String companyKind, String email, String phone, Locale locale, PostalAddress address, Instant joinedAt,
                       String source, String preferredChannel, String occupation, String note, Origin origin) {
        this(name, company, companyKind, email, phone, locale, address, joinedAt, source, preferredChannel, occupation, note, origin, Map.of());
    }

    @Override
    public String toString() {
        return "a new customer from " + source;
    }
}
