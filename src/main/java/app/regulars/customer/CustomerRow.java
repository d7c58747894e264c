package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A customer in the staff's list.
 *
 * @param company null for a person
 * @param place   town and province of the first address, or null
 * @param roles   codes, without that of a customer
 * @param note    for the list of a small shop, or null
 */
public record CustomerRow(CustomerId id, String number, PartyKind kind, String name, String company, String email, String phone, String stage, String source,
                          String place, List<String> roles, String note, Locale locale, Instant since) {

    public String displayName() {
        return company == null ? name : company;
    }

    /** One or two letters for the round picture. */
    public String initials() {
        return new CustomerCard(id, number, name, company, email, phone, locale, since, kind).initials();
    }

    @Override
    public String toString() {
        return "customer " + number;
    }
}
