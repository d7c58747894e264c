package app.regulars.catalog;

import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/**
 * Carries {@link ProductsChanged} from the node where products were changed to all others, within a second: written in the same transaction,
 * read by everybody, and told again there; each node's index of the search follows. What is told twice only makes a node read again what it kept.
 */
@Component
class NewsOfOtherNodes {

    private static final Logger log = LoggerFactory.getLogger(NewsOfOtherNodes.class);
    /** Longer than a transaction that changes products takes, and clocks differ: what was said in this time is looked for again. */
    private static final Duration BACK = Duration.ofMinutes(3);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final ProductSearch search;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final UUID me = Ids.next();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("product-news").factory());
    private final Map<UUID, Instant> told = new HashMap<>();
    private volatile Thread telling;
    private Instant swept;

    NewsOfOtherNodes(JdbcTemplate jdbc, ProductSearch search, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.events = events;
        this.clock = clock;
        this.swept = clock.instant();
        reader.scheduleWithFixedDelay(this::look, 6_000, 700, TimeUnit.MILLISECONDS);
    }

    @EventListener
    void on(ProductsChanged changed) {
        if (Thread.currentThread() != telling) {
            jdbc.update("insert into product_news (id, node, handles, at) values (?, ?, ?, ?)", Columns.bytes(Ids.next()), Columns.bytes(me),
                    String.join("\n", changed.handles()), Columns.utc(clock.instant()));
        }
    }

    private record News(UUID id, List<String> handles, Instant at) {
    }

    private void look() {
        try {
            var now = clock.instant();
            var news = jdbc.query("select id, handles, at from product_news where at >= ? and node <> ? order by at",
                    (row, n) -> new News(Columns.uuid(row.getBytes("id")), List.of(row.getString("handles").split("\n")), Columns.instant(row, "at")),
                    Columns.utc(now.minus(BACK)), Columns.bytes(me)).stream().filter(one -> !told.containsKey(one.id())).toList();
            tell(news, now);
            told.values().removeIf(at -> at.isBefore(now.minus(BACK.multipliedBy(2))));
            if (swept.isBefore(now.minus(KEPT.dividedBy(24)))) {
                swept = now;
                jdbc.update("delete from product_news where at < ?", Columns.utc(now.minus(KEPT)));
            }
        } catch (DataAccessException away) {
            log.debug("what other nodes changed was not read: {}", away.getClass().getSimpleName());
        }
    }

    private void tell(List<News> news, Instant now) {
        if (news.isEmpty()) {
            return;
        }
        var handles = new ArrayList<String>();
        news.forEach(one -> handles.addAll(one.handles()));
        var named = handles.stream().filter(handle -> !handle.isEmpty()).distinct().toList();
        search.follow(named);
        telling = Thread.currentThread();
        try {
            events.publishEvent(new ProductsChanged(named, now));
        } finally {
            telling = null;
        }
        news.forEach(one -> told.put(one.id(), one.at()));
    }

    @PreDestroy
    void ended() {
        reader.shutdownNow();
    }
}
