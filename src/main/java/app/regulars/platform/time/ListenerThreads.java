package app.regulars.platform.time;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Listeners answer on threads of their own, so that news never holds up the one who caused it. While history is loaded they
 * answer in order on the loading thread, at the moment at which it happened: what follows from an event is there before the
 * next thing happens.
 */
@Configuration
class ListenerThreads implements AsyncConfigurer {

    private final Semaphore turns;

    /** @param atOnce so many have a turn at once: each needs a connection and a processor, and those who wait on a page come first */
    ListenerThreads(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections, @Value("${regulars.listeners.at-once:0}") int atOnce) {
        this.turns = new Semaphore(atOnce > 0 ? atOnce : Math.max(2, Math.min(connections / 4, 2 * Runtime.getRuntime().availableProcessors())));
    }

    @Override
    public Executor getAsyncExecutor() {
        var threads = new SimpleAsyncTaskExecutor("listener-") {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doExecute(Runnable task) {
                if (BusinessClock.isPast()) {
                    task.run();
                } else {
                    super.doExecute(() -> inTurn(task));
                }
            }
        };
        threads.setVirtualThreads(true);
        threads.setTaskTerminationTimeout(10_000);
        return threads;
    }

    private void inTurn(Runnable task) {
        turns.acquireUninterruptibly();
        try {
            task.run();
        } finally {
            turns.release();
        }
    }
}
