package app.regulars.ordering;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for orders whose promised day has passed, and has their customers told before they ask: once an order. */
@Configuration
class Delays {

    private static final Duration OFTEN = Duration.ofMinutes(30);
    private static final int AT_ONCE = 100;

    private final OrderLists lists;
    private final Fulfillment fulfillment;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delays(OrderLists lists, Fulfillment fulfillment, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.lists = lists;
        this.fulfillment = fulfillment;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> delayedOrdersJob() {
        return Tasks.recurring("ordering-delays", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> notice());
    }

    /** @return how many were told of now */
    int notice() {
        var told = 0;
        for (var number : lists.delayed(AT_ONCE)) {
            told += Boolean.TRUE.equals(transaction.execute(status -> notice(number))) ? 1 : 0;
        }
        return told;
    }

    private boolean notice(OrderNumber number) {
        var order = fulfillment.locked(number);
        var now = clock.instant();
        if (!order.tellDelay(order.standing().promised(), now)) {
            return false;
        }
        fulfillment.moved(order, now);
        events.publishEvent(new OrderDelayed(order.id(), number, order.customer(), now));
        return true;
    }
}
