package app.regulars.customer;


/**
 * What staff see of a customer's record.
 *
 * @param companyKind      such as "café", or null
 * @param source           where the record comes from
 * @param preferredChannel "email", "phone" or null
 */
public record CustomerProfile(CustomerCard card, String companyKind, String source, String preferredChannel, String occupation, String note) {
}
