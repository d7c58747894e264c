package app.regulars.platform.time;

import java.util.concurrent.Executor;
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

    @Override
    public Executor getAsyncExecutor() {
        var threads = new SimpleAsyncTaskExecutor("listener-") {
            private static final long serialVersionUID = 1L;

            @Override
            protected void doExecute(Runnable task) {
                if (BusinessClock.isPast()) {
                    task.run();
                } else {
                    super.doExecute(task);
                }
            }
        };
        threads.setVirtualThreads(true);
        threads.setTaskTerminationTimeout(10_000);
        return threads;
    }
}
