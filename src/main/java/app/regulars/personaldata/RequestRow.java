package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.UUID;

/**
 * A request as both doors show it.
 *
 * @param customer null for somebody who has no record
 * @param name     blank after erasure
 * @param owner    null when nobody has it yet
 */
public record RequestRow(UUID id, String number, RequestKind kind, RequestState state, CustomerId customer, String name, String email, String locale, String words,
                         String channel, StaffId owner, Instant askedAt, Instant dueAt, Instant closedAt, boolean overdue) {

    @Override
    public String toString() {
        return "request " + number;
    }
}
