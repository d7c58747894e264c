package app.regulars.matching;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for records that are one person each night. */
@Configuration
class DuplicateJob {

    @Bean
    RecurringTask<Void> duplicatesJob(Duplicates duplicates) {
        return Tasks.recurring("customer-duplicates", Schedules.daily(LocalTime.of(3, 20))).execute((instance, context) -> duplicates.look());
    }
}
