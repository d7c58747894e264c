package app.regulars.platform.audit;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * Which entries are looked for; everything that is null or blank asks for nothing.
 *
 * @param staff    who did it
 * @param customer on whose matter
 * @param label    how people name the record, exactly ("HL-20418")
 * @param action   the code, or its beginning up to a dot ("order", "order.packed")
 * @param from     the first moment
 * @param until    the moment after the last
 * @param text     words that all have to stand in the entry
 */
public record AuditFilter(StaffId staff, CustomerId customer, String label, String action, Instant from, Instant until, String text) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
