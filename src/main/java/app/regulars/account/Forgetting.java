package app.regulars.account;

import static app.regulars.platform.persistence.Columns.utc;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what has done its work: counts of tries, used links, browsers that ran out, sessions that are over, and registrations nobody confirmed. */
@Component
class Forgetting {

    private static final Duration TRIES = Duration.ofDays(2);
    private static final Duration LINKS = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Forgetting(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void run() {
        var now = clock.instant();
        jdbc.update("delete from rate_limit where used_at < ?", utc(now.minus(TRIES)));
        jdbc.update("delete from one_time_link where expires_at < ?", utc(now.minus(LINKS)));
        jdbc.update("delete from registration where expires_at < ?", utc(now.minus(LINKS)));
        jdbc.update("delete from remembered_browser where expires_at < ?", utc(now));
        jdbc.update("delete from sign_in_session where last_used_at < ?", utc(now.minus(LINKS)));
        jdbc.update("delete from email_change where expires_at < ? and (undo_until is null or undo_until < ?)", utc(now.minus(LINKS)), utc(now.minus(LINKS)));
    }

    @Configuration
    static class Nightly {

        @Bean
        RecurringTask<Void> accountForgetting(Forgetting forgetting) {
            return Tasks.recurring("account-forgetting", FixedDelay.ofHours(6)).execute((instance, context) -> forgetting.run());
        }
    }
}
