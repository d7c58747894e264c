package app.regulars.gap;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the gaps that somebody saw to to somebody else, or to nobody. */
@Component
@Transactional
class GapHandover implements StaffHandover {

    private final JdbcTemplate jdbc;

    GapHandover(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String matters() {
        return "gap.handover";
    }

    @Override
    @Transactional(readOnly = true)
    public long count(StaffId of) {
        var open = jdbc.queryForObject("select count(*) from gap where owner = ? and state = 'OPEN'", Long.class, bytes(of.value()));
        return open == null ? 0 : open;
    }

    @Override
    public long handOver(StaffId from, StaffId to, StaffId by, Instant at) {
        var open = count(from);
        jdbc.update("update gap set owner = ?, version = version + 1 where owner = ?", to == null ? null : bytes(to.value()), bytes(from.value()));
        return open;
    }
}
