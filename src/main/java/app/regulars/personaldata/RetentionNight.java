package app.regulars.personaldata;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night: forgets who waited for an order, and anonymizes what is due. */
@Configuration
class RetentionNight {

    private static final Logger log = LoggerFactory.getLogger(RetentionNight.class);
    private static final LocalTime HOUR = LocalTime.of(7, 10);

    @Bean
    RecurringTask<Void> nightlyRetention(Retention retention, ErasureWork erasures) {
        return Tasks.recurring("retention", new Daily(ZoneOffset.UTC, HOUR)).execute((instance, context) -> {
            var forgotten = erasures.again();
            log.info("retention: {} erasures that waited, {}", forgotten, retention.run());
        });
    }
}
