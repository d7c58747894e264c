package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.utc;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says that prices have changed when a price list begins or ends to hold: what is kept in memory must not outlive it. */
@Component
class PricePeriods {

    private static final Logger log = LoggerFactory.getLogger(PricePeriods.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("price-periods").factory());
    private volatile Instant read = Instant.EPOCH;
    private volatile Instant next = Instant.MAX;
    private volatile Instant looked;

    PricePeriods(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.looked = clock.instant();
        watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            var now = clock.instant();
            if (read.plus(AGAIN).isBefore(now)) {
                // since the last look: what ended in between is news as well
                read = now;
                var ends = jdbc.queryForList("select min(moment) from (select min(valid_from) as moment from price_list where active and valid_from > ? "
                        + "union all select min(valid_until) from price_list where active and valid_until > ?) moments", LocalDateTime.class, utc(looked), utc(looked));
                next = ends.isEmpty() || ends.getFirst() == null ? Instant.MAX : ends.getFirst().toInstant(ZoneOffset.UTC);
            }
            looked = now;
            if (!next.isAfter(now)) {
                next = Instant.MAX;
                events.publishEvent(new PricesChanged(List.of(), now));
            }
        } catch (DataAccessException away) {
            log.debug("the periods of price lists were not read: {}", away.getClass().getSimpleName());
        }
    }

    /** Periods may have been changed as well. */
    @EventListener
    void on(PricesChanged changed) {
        read = Instant.EPOCH;
    }

    @PreDestroy
    void ended() {
        watch.shutdownNow();
    }
}
