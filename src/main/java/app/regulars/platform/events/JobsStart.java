package app.regulars.platform.events;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.startup.AbstractSchedulerStarter;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets what runs by itself begin {@code regulars.jobs.start-after} (5 s) after the start, so that it does not take the processors
 * from the first pages. What was due meanwhile is done then.
 */
@Component
@ConditionalOnBooleanProperty("db-scheduler.enabled")
class JobsStart extends AbstractSchedulerStarter {

    private final Duration pause;
    private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);

    JobsStart(Scheduler scheduler, @Value("${regulars.jobs.start-after:5s}") Duration pause) {
        super(scheduler);
        this.pause = pause;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (pause.isZero()) {
            doStart();
        } else {
            start = CompletableFuture.runAsync(this::doStart, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, JobsStart::onItsOwn));
        }
    }

    /** Jobs look for what is in the jar by the loader that they take over from the thread that starts them; a thread of the common pool would only know the JDK. */
    private static void onItsOwn(Runnable work) {
        var thread = Thread.ofPlatform().name("jobs-start").unstarted(work);
        thread.setContextClassLoader(JobsStart.class.getClassLoader());
        thread.start();
    }

    @PreDestroy
    void end() {
        start.cancel(false);
    }
}
