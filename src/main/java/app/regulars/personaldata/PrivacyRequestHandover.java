package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the privacy requests of a member of staff who leaves to somebody else, or back to everybody. */
@Component
@Transactional
class PrivacyRequestHandover implements StaffHandover {

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    PrivacyRequestHandover(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String matters() {
        return "personaldata.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        return jdbc.queryForObject("select count(*) from privacy_request where owner_id = ? and closed_at is null", Long.class, bytes(of.value()));
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var open = jdbc.query("select id, number, customer_id from privacy_request where owner_id = ? and closed_at is null", (row, n) -> new AuditTrail.Deed(by,
                "privacy-request.handed-over", "privacy-request", uuid(row.getBytes("id")), Change.of(row.getString("number"))
                        .about(row.getBytes("customer_id") == null ? null : new CustomerId(uuid(row.getBytes("customer_id")))).of("owner", from, to)), bytes(from.value()));
        audit.changedAll(open);
        jdbc.update("update privacy_request set owner_id = ?, version = version + 1 where owner_id = ?", to == null ? null : bytes(to.value()), bytes(from.value()));
        return open.size();
    }
}
