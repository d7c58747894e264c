package app.regulars.platform.events;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;

/**
 * Sends news again whose listener failed or whose node died. {@code regulars.events.patience} is how old the news has to be, and
 * doubles with each failure up to an hour; {@code regulars.events.look} is how often somebody looks.
 */
@Configuration
class EventResubmission {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(3);
    private static final Duration FORGETTING = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> eventResubmissionJob(IncompleteEventPublications publications, Clock clock, @Value("${regulars.events.patience:2m}") Duration patience,
                                             @Value("${regulars.events.look:1m}") Duration look) {
        return Tasks.recurring("stuck-events", FixedDelay.of(look))
                .execute((instance, context) -> publications.resubmitIncompletePublications(publication -> due(publication, clock, patience)));
    }

    /** News that everybody has taken in is kept for a while, for whoever looks for what happened; then it only slows down the rest. */
    @Bean
    RecurringTask<Void> arrivedNewsJob(CompletedEventPublications publications) {
        return Tasks.recurring("arrived-news", FixedDelay.of(FORGETTING)).execute((instance, context) -> publications.deletePublicationsOlderThan(KEPT));
    }

    static boolean due(EventPublication publication, Clock clock, Duration patience) {
        var last = publication.getLastResubmissionDate() == null ? publication.getPublicationDate() : publication.getLastResubmissionDate();
        var factor = 1L << Math.clamp(publication.getCompletionAttempts() - 1, 0, 6);
        var pause = patience.multipliedBy(factor);
        return last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause).isBefore(clock.instant());
    }
}
