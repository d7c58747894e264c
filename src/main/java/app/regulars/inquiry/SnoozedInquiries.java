package app.regulars.inquiry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings back what was put away until now. */
@Component
class SnoozedInquiries {

    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SnoozedInquiries(InquiryRepository inquiries, InquiryDrawer drawer, TransactionTemplate transaction, Clock clock) {
        this.inquiries = inquiries;
        this.drawer = drawer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each in a transaction of its own. */
    void wakeUp() {
        inquiries.snoozedUntil(clock.instant(), Limit.of(AT_ONCE)).forEach(id -> transaction.executeWithoutResult(status ->
                inquiries.lockById(id).ifPresent(inquiry -> drawer.wake(inquiry, null))));
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> snoozedInquiriesJob(SnoozedInquiries snoozed) {
            return Tasks.recurring("inquiry-snoozed", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> snoozed.wakeUp());
        }
    }
}
