package app.regulars.platform.audit;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
                bytes(Ids.next()), utc(clock.instant()), bytes(by.value()), action, subjectKind, bytes(subject), detail);
    }

    /** One look of a member of staff at a record. */
    public record Look(StaffId staff, Instant at) {
    }

    /** Who looked at the record, newest first, at most 200: every entry of the action "{subject's kind}.viewed". */
    public List<Look> looks(UUID subject, Instant since) {
        return jdbc.query("select staff_id, happened_at from audit_entry where subject_id = ? and happened_at >= ? and action like '%.viewed' "
                + "order by happened_at desc, id desc limit 200",
                (row, n) -> new Look(new StaffId(uuid(row.getBytes("staff_id"))), instant(row, "happened_at")), bytes(subject), utc(since));
    }
}
