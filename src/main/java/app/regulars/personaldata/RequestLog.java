package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was done about a request, by whom; only ever added to. What it was before and after stands in the history of deeds as well. */
@Component
class RequestLog {

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    RequestLog(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * @param before what it was; null for a request that is new
     * @param by     null for the person, or the shop itself
     * @param what   "asked", "entered", "taken", "note", "answer", "erasing", "waiting", "done" or "declined"
     */
    void add(PrivacyRequest request, Map<String, Object> before, Instant at, StaffId by, String what, String detail) {
        jdbc.update("insert into privacy_request_step (id, request_id, happened_at, staff_id, what, detail) values (?, ?, ?, ?, ?, ?)",
                bytes(Ids.next()), bytes(request.id()), utc(at), by == null ? null : bytes(by.value()), "entered".equals(what) ? "asked" : what, detail);
        audit.changed(by, "privacy-request." + what, "privacy-request", request.id(),
                Change.of(request.number()).about(request.customer()).from(before).to(request.fields()));
    }

    /** Oldest first. */
    List<RequestStep> of(UUID request) {
        return jdbc.query("select happened_at, staff_id, what, detail from privacy_request_step where request_id = ? order by happened_at, id limit 500",
                (row, n) -> new RequestStep(instant(row, "happened_at"), row.getBytes("staff_id") == null ? null : new StaffId(uuid(row.getBytes("staff_id"))),
                        row.getString("what"), row.getString("detail")), bytes(request));
    }
}
