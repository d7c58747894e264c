package app.regulars.platform.audit;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An entry as it is read.
 *
 * @param staff    null for the shop itself
 * @param label    how people name the record; may be null
 * @param before   by field, what differs only
 * @param position its place in the chain; null for the moment until it has one
 * @param erased   whether its words were taken out because the customer was forgotten
 */
public record AuditRow(UUID id, Instant at, StaffId staff, String action, String subjectKind, UUID subject, String label, CustomerId customer, String detail,
                       Map<String, Object> before, Map<String, Object> after, String reason, Long position, boolean erased) {

    @Override
    public String toString() {
        return "an entry";
    }
}
