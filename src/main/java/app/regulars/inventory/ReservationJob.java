package app.regulars.inventory;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives back what was reserved for a time that is over. */
@Configuration
class ReservationJob {

    private static final int AT_ONCE = 100;
    private static final Duration OFTEN = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> expiredReservationsJob(Inventory inventory) {
        return Tasks.recurring("inventory-expired-reservations", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> {
            while (inventory.releaseExpired(AT_ONCE).size() == AT_ONCE) {
                // the next hundred
            }
        });
    }
}
