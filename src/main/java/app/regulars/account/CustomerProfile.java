package app.regulars.account;

import java.time.Instant;

/**
 * What staff see of a customer's record.
 *
 * @param companyKind      such as "café", or null
 * @param source           where the record comes from
 * @param preferredChannel "email", "phone" or null
 * @param signsIn          whether there is a sign-in account
 * @param lastSignIn       null when never
 */
public record CustomerProfile(CustomerCard card, String companyKind, String source, String preferredChannel, String occupation, String note,
                              boolean signsIn, Instant lastSignIn) {
}
