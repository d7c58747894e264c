package app.regulars.account;

import app.regulars.platform.security.Secrets;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing. Failures are counted by what was tried, whether or not it exists, so that a delay tells nothing; the
 * counts stand in the database, for all nodes, and each is written by itself whatever becomes of the caller's work.
 */
@Component
class Attempts {

    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Attempts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long this subject has to wait; zero when it may try. */
    Duration wait(String kind, String subject) {
        var now = clock.instant();
        var until = jdbc.query("select locked_until from attempt where subject = ?", rows -> {
            return rows.next() ? Columns.instant(rows, "locked_until") : null;
        }, key(kind, subject));
        return until == null || !until.isAfter(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** Counts one more; from the free number on, each doubles the delay. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(String kind, String subject, int free) {
        var now = clock.instant();
        var key = key(kind, subject);
        // one statement: an update before it would lock the gap, and two first tries each other
        jdbc.update("""
                insert into attempt (subject, failures, last_at) values (?, 1, ?) on duplicate key update
                    failures = case when last_at < ? then 1 else failures + 1 end, last_at = values(last_at)""",
                key, utc(now), utc(now.minus(FORGOTTEN)));
        var failures = jdbc.queryForObject("select failures from attempt where subject = ?", Integer.class, key);
        if (failures >= free) {
            jdbc.update("update attempt set locked_until = ? where subject = ?", utc(now.plus(delay(failures - free))), key);
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String kind, String subject) {
        jdbc.update("delete from attempt where subject = ?", key(kind, subject));
    }

    static Duration delay(int beyond) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(beyond, 10));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String key(String kind, String subject) {
        return Secrets.hash(kind + ":" + subject);
    }
}
