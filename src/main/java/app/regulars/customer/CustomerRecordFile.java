package app.regulars.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A customer's record as staff change it.
 *
 * @param fields        the custom fields that are asked for of such a customer
 * @param custom        the answers by field code
 * @param roles         codes
 * @param company       for a company, else null
 * @param companies     for a person: those she acts for
 * @param demographics  since when demographic answers may be used, or null
 * @param origin        how the record came to be
 */
public record CustomerRecordFile(CustomerCard card, CustomerProfile profile, String stage, ProfileAnswers answers, String taxNumber, Integer paymentDays,
                                 List<CustomField> fields, Map<String, String> custom, Set<String> roles, CompanyFile company, List<CustomerCard> companies,
                                 Instant demographics, RecordOrigin origin, List<KnownAddress> addresses, List<Change> changes) {

    public record RecordOrigin(Instant at, String source, String form, String referrer, String campaign, String statement) {
    }

    @Override
    public String toString() {
        return "record " + card.number();
    }
}
