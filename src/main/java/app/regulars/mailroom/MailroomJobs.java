package app.regulars.mailroom;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailroomJobs {

    /** The safety net; what was just stored is read at once (see MailWatch). */
    @Bean
    RecurringTask<Void> sortingOfMail(MailSorting sorting) {
        return Tasks.recurring("mail-sorting", FixedDelay.of(Duration.ofSeconds(20))).execute((instance, context) -> sorting.run());
    }
}
