package app.regulars.platform.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes new entries into the chain beside the work that wrote them, so that nobody waits for the chain's one lock and no
 * transaction holds it for long. Wakes that come while it works are answered by one more round; what a crash left behind a
 * job finds within a minute.
 */
@Configuration
class AuditSealing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AuditSealing.class);

    private final AuditChain chain;
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile boolean ended;

    AuditSealing(AuditChain chain) {
        this.chain = chain;
    }

    void wake() {
        if (!ended && wakes.getAndIncrement() == 0) {
            Thread.ofVirtual().name("audit-sealing").start(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = wakes.get();
            try {
                chain.seal();
            } catch (RuntimeException left) {
                if (!ended) {
                    log.warn("entries wait for the chain: {}", left.toString());
                }
            }
        } while (!wakes.compareAndSet(seen, 0) && !ended);
    }

    @Bean
    RecurringTask<Void> auditSealingJob() {
        return Tasks.recurring("audit-sealing", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> chain.seal());
    }

    /** Once a night; a break stands in the log as an error, and on the page. */
    @Bean
    RecurringTask<Void> auditCheckJob(AuditChecks checks) {
        return Tasks.recurring("audit-check", new Daily(LocalTime.of(3, 40))).execute((instance, context) -> checks.run());
    }

    @Override
    public void destroy() {
        ended = true;
    }
}
