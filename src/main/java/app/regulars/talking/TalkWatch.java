package app.regulars.talking;

import app.regulars.platform.ui.Live;
import app.regulars.serving.ServiceHours;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends talks that nobody takes, that the customer has gone from, and that outlast the service hours. */
@Component
class TalkWatch {

    private static final Logger log = LoggerFactory.getLogger(TalkWatch.class);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final Duration UNTAKEN = Duration.ofMinutes(3);
    private static final Duration GONE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;

    private final TalkStore store;
    private final TalkRoom room;
    private final ServiceHours hours;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TalkWatch(TalkStore store, TalkRoom room, ServiceHours hours, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.room = room;
        this.hours = hours;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each in a transaction of its own; one that fails keeps the others from nothing and is tried again. */
    void run() {
        var all = store.open(AT_ONCE);
        if (all.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var open = hours.isOpen(now);
        for (var talk : all) {
            try {
                transaction.executeWithoutResult(status -> store.byNumber(talk.number(), true).ifPresent(locked -> {
                    var why = why(locked, open, now);
                    if (why != null) {
                        room.end(locked, why);
                    }
                }));
            } catch (RuntimeException failed) {
                log.warn("{} could not be ended: {}", talk, failed.toString());
            }
        }
        // who is still there is a matter of time, of which nobody else tells the desk
        Live.changed(TalkRoom.TOPIC);
    }

    private static EndedWhy why(Talk talk, boolean open, Instant now) {
        if (!open) {
            return EndedWhy.HOURS;
        }
        if (talk.customerSeen().isBefore(now.minus(GONE))) {
            return EndedWhy.GONE;
        }
        return talk.staff() == null && talk.waitsSince().isBefore(now.minus(UNTAKEN)) ? EndedWhy.UNTAKEN : null;
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> talkWatchJob(TalkWatch watch) {
            return Tasks.recurring("talk-watch", FixedDelay.of(OFTEN)).execute((instance, context) -> watch.run());
        }
    }
}
