package app.regulars.approving;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A request in a list.
 *
 * @param allowed what the buyer may order alone, in one order or in what was left of the month
 * @param total   when it was asked, with delivery and taxes
 * @param order   the number of what became of it, or null
 */
public record RequestSummary(UUID id, String number, CustomerId company, CustomerId person, String personName, RequestStatus status, Instant askedAt, Instant decidedAt, Over over,
                             Money allowed, Money total, String order) {

    @Override
    public String toString() {
        return "request " + number;
    }
}
