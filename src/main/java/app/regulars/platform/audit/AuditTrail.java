package app.regulars.platform.audit;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The history of what staff did and whose record they looked at. Entries are only ever added, in the caller's
 * transaction; details must hold no secrets.
 */
@Component
public class AuditTrail {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AuditTrail(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param by          who did it
     * @param action      what was done, as a stable code ("order.packed", "customer.viewed")
     * @param subjectKind what it was done to ("order", "customer")
     * @param subject     the id of that record
     * @param detail      before and after, or null
     */
    public void record(StaffId by, String action, String subjectKind, UUID subject, String detail) {
        jdbc.update("insert into audit_entry (id, happened_at, staff_id, action, subject_kind, subject_id, detail) values (?,?,?,?,?,?,?)",
                bytes(Ids.next()), Timestamp.from(clock.instant()), bytes(by.value()), action, subjectKind, bytes(subject), detail);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
