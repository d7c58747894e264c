package app.regulars.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every night: reads the whole ledger and writes its length and last hash to the log, which is kept elsewhere and so bears witness
 * against somebody who could rewrite the database; forgets newsletter requests that nobody confirmed.
 */
@Configuration
class PrivacyNight {

    private static final Logger log = LoggerFactory.getLogger(PrivacyNight.class);
    private static final LocalTime HOUR = LocalTime.of(6, 40);

    @Bean
    RecurringTask<Void> consentLedgerCheck(LedgerCheck check, NewsletterSignUp newsletter) {
        return Tasks.recurring("consent-ledger-check", new Daily(ZoneOffset.UTC, HOUR)).execute((instance, context) -> {
            newsletter.forgetEnded();
            var result = check.run();
            if (!result.intact()) {
                throw new IllegalStateException("the consent ledger is broken at line " + result.broken() + ": " + result.problem());
            }
            log.info("consent ledger: {} lines, ends with {}", result.lines(), result.end());
        });
    }
}
