package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.bytes;

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

    PrivacyRequestHandover(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        var open = count(from);
        jdbc.update("update privacy_request set owner_id = ?, version = version + 1 where owner_id = ?", to == null ? null : bytes(to.value()), bytes(from.value()));
        return open;
    }
}
