package app.regulars.platform.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Service;

/** The staff's door to news that got stuck between two modules. */
@Service
@RolesAllowed(Permissions.SYSTEM_RUN)
public class StuckEvents {

    /** News younger than this is simply on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);
    private static final String OPEN = " from EVENT_PUBLICATION where completion_date is null and publication_date < ?";

    private final JdbcTemplate jdbc;
    private final IncompleteEventPublications publications;
    private final AuditTrail audit;
    private final Clock clock;

    StuckEvents(JdbcTemplate jdbc, IncompleteEventPublications publications, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Oldest first. @param limit at most 500 */
    public List<StuckEvent> list(int limit) {
        return jdbc.query("select id, event_type, listener_id, publication_date, completion_attempts, last_resubmission_date" + OPEN
                + " order by publication_date limit ?", StuckEvents::row, before(), Math.min(500, limit));
    }

    public long count() {
        return jdbc.queryForObject("select count(*)" + OPEN, Long.class, before());
    }

    /** Sends one again now. */
    public void resubmit(UUID id, StaffId by) {
        publications.resubmitIncompletePublications(publication -> publication.getIdentifier().equals(id));
        audit.record(by, "event.resubmitted", "event", id, null);
    }

    /** Sends everything again that is not simply on its way. */
    public void resubmitAll(StaffId by) {
        var before = clock.instant().minus(ON_ITS_WAY);
        publications.resubmitIncompletePublications(publication -> publication.getPublicationDate().isBefore(before));
        audit.record(by, "event.resubmitted", "event", new UUID(0, 0), "all");
    }

    private Timestamp before() {
        return Timestamp.from(clock.instant().minus(ON_ITS_WAY));
    }

    private static StuckEvent row(ResultSet row, int n) throws SQLException {
        var type = row.getString("event_type");
        var listener = row.getString("listener_id").replaceAll("\\(.*", "");
        var parts = listener.split("\\.");
        var name = parts.length < 2 ? listener : parts[parts.length - 2] + "." + parts[parts.length - 1];
        return new StuckEvent(UUID.fromString(row.getString("id")), type.substring(type.lastIndexOf('.') + 1), name,
                parts.length > 2 ? parts[2] : "", instant(row.getTimestamp("publication_date")), row.getInt("completion_attempts"),
                instant(row.getTimestamp("last_resubmission_date")));
    }

    private static Instant instant(Timestamp stamp) {
        return stamp == null ? null : stamp.toInstant();
    }
}
