package app.regulars.matching;

import app.regulars.customer.CustomerProfile;
import app.regulars.platform.address.PostalAddress;
import java.util.List;
import java.util.Map;

/**
 * One of two records, to be compared.
 *
 * @param rows how much belongs to it, by the codes of {@link app.regulars.platform.identity.CustomerLinks#rows()}
 */
public record Side(CustomerProfile profile, List<PostalAddress> addresses, Map<String, Long> rows) {
}
