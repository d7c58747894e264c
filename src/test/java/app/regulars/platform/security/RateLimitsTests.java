package app.regulars.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.security.RateLimits.Limit;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class RateLimitsTests {

    @Autowired
    private RateLimits limits;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    private final Limit limit = Limit.guessing("test");
    private final String subject = UUID.randomUUID().toString();

    @Test
    void grantsNoMoreThanTheStepToManyAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = threads.invokeAll(Collections.nCopies(24, (Callable<Duration>) () -> limits.take(limit, subject)));
            assertThat(answers.stream().filter(answer -> answer.resultNow().isZero())).hasSize(5);
        }
    }

    @Test
    void makesTheDelaysGrow() {
        var now = clock.instant();
        var waits = new java.util.ArrayList<Long>();
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
        for (int i = 0; i < 5; i++) {
            limits.take(limit, subject);
        }
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
