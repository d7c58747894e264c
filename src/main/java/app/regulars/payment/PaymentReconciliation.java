package app.regulars.payment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the gateways about what hangs: tries that nobody told us of for two minutes, refunds without an answer. */
@Configuration
class PaymentReconciliation {

    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> paymentReconciliationJob(CardPaying cards, Refunds refunds, Clock clock) {
        return Tasks.recurring("payment-reconciliation", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> {
            cards.reconcile(clock.instant().minus(QUIET));
            refunds.send(QUIET);
            cards.watchHolds();
        });
    }
}
