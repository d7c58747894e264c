package app.regulars.forum;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** How often topics were read. Counted in memory and written in one go every few seconds, so that reading costs nothing. */
@Component
class ViewCounts {

    private static final Logger log = LoggerFactory.getLogger(ViewCounts.class);
    private static final long PAUSE = Duration.ofSeconds(15).toNanos();

    private final NamedParameterJdbcTemplate jdbc;
    private final Map<String, AtomicLong> waiting = new ConcurrentHashMap<>();
    private final AtomicLong written = new AtomicLong(System.nanoTime());

    ViewCounts(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(String slug, long views) {
        waiting.computeIfAbsent(slug, s -> new AtomicLong()).addAndGet(views);
        var last = written.get();
        if (System.nanoTime() - last > PAUSE && written.compareAndSet(last, System.nanoTime())) {
            Thread.startVirtualThread(this::write);
        }
    }

    /** One statement, whatever the number; what is not written yet counts too. */
    Map<String, Long> of(Collection<String> slugs) {
        var views = new HashMap<String, Long>();
        if (!slugs.isEmpty()) {
            jdbc.query("select slug, views from forum_topic_views where slug in (:slugs)", Map.of("slugs", slugs),
                    row -> {
                        views.put(row.getString(1), row.getLong(2));
                    });
            slugs.forEach(slug -> {
                var more = waiting.get(slug);
                if (more != null) {
                    views.merge(slug, more.get(), Long::sum);
                }
            });
        }
        return views;
    }

    @PreDestroy
    void write() {
        waiting.keySet().forEach(slug -> {
            var views = waiting.remove(slug);
            if (views != null) {
                try {
                    jdbc.getJdbcTemplate().update("insert into forum_topic_views (slug, views) values (?, ?) on duplicate key update views = views + values(views)",
                            slug, views.get());
                } catch (DataAccessException e) {
                    log.warn("views of a topic were not counted: {}", e.getMessage());
                }
            }
        });
    }
}
