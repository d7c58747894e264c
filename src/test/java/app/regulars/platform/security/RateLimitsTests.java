package app.regulars.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.security.RateLimits.Limit;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
class RateLimitsTests {

    @Autowired
    private RateLimits limits;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private DataSource data;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Clock clock;

    private final Limit limit = Limit.guessing("test");
    private final String subject = UUID.randomUUID().toString();

    @Test
    void grantsNoMoreThanTheStepToManyAtOnceOnTwoNodes() throws Exception {
        var other = new RateLimits(data, clock);
        try (var threads = Executors.newFixedThreadPool(12)) {
            var tries = new ArrayList<Callable<Duration>>();
            for (int i = 0; i < 12; i++) {
                tries.add(() -> limits.take(limit, subject));
                tries.add(() -> other.take(limit, subject));
            }
            assertThat(threads.invokeAll(tries).stream().filter(answer -> answer.resultNow().isZero())).hasSize(5);
        }
        assertThat(other.wait(limit, subject)).isPositive();
        other.forget(limit, subject);
        assertThat(limits.take(limit, subject)).isZero();
        other.close();
    }

    /** Each of them holds a connection when it takes its try; there is none left for a second one. */
    @Test
    void isAnsweredInAsManyTransactionsAtOnceAsThereAreConnections() throws Exception {
        var many = data.unwrap(HikariDataSource.class).getMaximumPoolSize();
        var all = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var answers = threads.invokeAll(Collections.nCopies(many, (Callable<Duration>) () -> transaction.execute(status -> {
                jdbc.queryForObject("select 1", Integer.class);
                try {
                    all.await(20, TimeUnit.SECONDS);
                } catch (Exception alone) {
                    throw new IllegalStateException(alone);
                }
                return limits.take(limit, subject);
            })));
            assertThat(answers.stream().filter(answer -> answer.resultNow().isZero())).hasSize(5);
        }
    }

    @Test
    void makesTheDelaysGrow() {
        var now = clock.instant();
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 30; i++) {
            var at = now;
            BusinessClock.at(at, () -> waits.add(limits.take(limit, subject).toSeconds()));
            if (waits.getLast() > 0) {
                now = now.plusSeconds(waits.getLast() + 1);
                var later = now;
                BusinessClock.at(later, () -> assertThat(limits.take(limit, subject)).isZero());
            }
        }
        assertThat(waits.subList(0, 5)).containsOnly(0L);
        assertThat(waits.get(5)).isBetween(25L, 30L);
        assertThat(waits.getLast()).isBetween(800L, 900L);
    }

    @Test
    void countsEvenIfTheCallersWorkIsUndone() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 5; i++) {
                limits.take(limit, subject);
            }
            status.setRollbackOnly();
        });
        assertThat(limits.wait(limit, subject)).isPositive();
        limits.giveBack(limit, subject);
        assertThat(limits.take(limit, subject)).isZero();
        limits.forget(limit, subject);
        assertThat(limits.wait(limit, subject)).isZero();
    }

    @Test
    void keepsNothingThatWasTried() {
        limits.take(limit, subject);
        assertThat(jdbc.queryForList("select subject from rate_limit", String.class)).isNotEmpty().noneMatch(key -> key.contains(subject))
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }
}
