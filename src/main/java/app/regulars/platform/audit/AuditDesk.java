package app.regulars.platform.audit;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the history of deeds: searching, checking and taking it out. That it was taken out is kept in it. */
@Service
@RolesAllowed(Permissions.AUDIT_SEE)
public class AuditDesk {

    private static final int LARGEST_PAGE = 200;
    private static final int AT_ONCE = 2_000;
    private static final UUID ALL = UUID.nameUUIDFromBytes("audit:all".getBytes());

    private final AuditSearch search;
    private final AuditChecks checks;
    private final AuditTrail trail;
    private final JdbcTemplate jdbc;

    AuditDesk(AuditSearch search, AuditChecks checks, AuditTrail trail, JdbcTemplate jdbc) {
        this.search = search;
        this.checks = checks;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** @param place as an earlier page gave it; anything else begins with the newest @param size at most 200 */
    @Transactional(readOnly = true)
    public AuditPage page(AuditFilter filter, String place, int size) {
        return search.page(filter, place, Math.min(LARGEST_PAGE, size));
    }

    /** The codes of everything that was ever done, in order. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return jdbc.queryForList("select distinct action from audit_entry order by action limit 500", String.class);
    }

    /** Reads the whole chain; a million entries take some ten seconds. */
    public AuditCheck check(StaffId by) {
        var result = checks.run();
        trail.changed(by, "audit.checked", "audit", ALL, Change.of(null).to(Change.fields("entries", result.entries(), "holds", result.holds(), "end", result.end())));
        return result;
    }

    /** When it was last checked, how many entries there were and whether it held: "2026-11-22T06:00:00Z 1200 true". */
    public Optional<String> lastCheck() {
        return checks.last();
    }

    /**
     * Hands out every entry of the filter, newest first, a bounded number at a time.
     *
     * @param what for the history: what was asked for, in words
     */
    @RolesAllowed(Permissions.AUDIT_EXPORT)
    public long export(AuditFilter filter, String what, StaffId by, Consumer<AuditRow> each) {
        trail.changed(by, "audit.exported", "audit", ALL, Change.of(null).to(Change.fields("filter", what)));
        AuditSearch.Place from = null;
        long count = 0;
        do {
            var step = search.step(filter, from, AT_ONCE);
            step.rows().forEach(each);
            count += step.rows().size();
            from = step.onward();
        } while (from != null);
        return count;
    }
}
