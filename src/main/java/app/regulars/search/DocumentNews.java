package app.regulars.search;

import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import jakarta.annotation.PreDestroy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Carries what one node has written to its index to those of all others, within a second: said in the same transaction, read by everybody.
 * What is told twice is only written twice. Nobody needs it where all share one index.
 */
@Component
class DocumentNews {

    private static final Logger log = LoggerFactory.getLogger(DocumentNews.class);
    /** Longer than a transaction that writes documents takes, and clocks differ: what was said in this time is looked for again. */
    private static final Duration BACK = Duration.ofMinutes(3);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BYTES = 16;

    private final JdbcTemplate jdbc;
    private final IndexSettling settling;
    private final Clock clock;
    private final boolean own;
    private final UUID me = Ids.next();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("document-news").factory());
    private final Map<UUID, Instant> told = new HashMap<>();
    private Instant swept;

    DocumentNews(JdbcTemplate jdbc, IndexSettling settling, Clock clock, @Value("${regulars.search.engine:lucene}") String engine) {
        this.jdbc = jdbc;
        this.settling = settling;
        this.clock = clock;
        this.own = "lucene".equals(engine);
        this.swept = clock.instant();
        if (own) {
            reader.scheduleWithFixedDelay(this::look, 6_000, 700, TimeUnit.MILLISECONDS);
        }
    }

    /** To be called in the transaction that writes or removes these. */
    void written(Collection<UUID> documents) {
        if (!own || documents.isEmpty()) {
            return;
        }
        var ids = ByteBuffer.allocate(documents.size() * BYTES);
        documents.forEach(id -> ids.put(Columns.bytes(id)));
        jdbc.update("insert into search_news (id, node, documents, at) values (?, ?, ?, ?)", Columns.bytes(Ids.next()), Columns.bytes(me), ids.array(), Columns.utc(clock.instant()));
    }

    private record News(UUID id, byte[] documents, Instant at) {
    }

    void look() {
        try {
            var now = clock.instant();
            var said = jdbc.query("select id, at from search_news where at >= ? and node <> ? order by at", (row, n) -> new News(Columns.uuid(row.getBytes("id")), null,
                    Columns.instant(row, "at")), Columns.utc(now.minus(BACK)), Columns.bytes(me)).stream().filter(one -> !told.containsKey(one.id())).toList();
            for (var one : said) {
                jdbc.query("select documents from search_news where id = ?", (row, n) -> row.getBytes(1), Columns.bytes(one.id())).forEach(ids -> settling.renew(documents(ids)));
                told.put(one.id(), one.at());
            }
            told.values().removeIf(at -> at.isBefore(now.minus(BACK.multipliedBy(2))));
            if (swept.isBefore(now.minus(KEPT.dividedBy(24)))) {
                swept = now;
                jdbc.update("delete from search_news where at < ?", Columns.utc(now.minus(KEPT)));
            }
        } catch (DataAccessException away) {
            log.debug("what other nodes wrote was not read: {}", away.getClass().getSimpleName());
        }
    }

    private static Set<UUID> documents(byte[] ids) {
        var all = new HashSet<UUID>();
        var from = ByteBuffer.wrap(ids);
        while (from.hasRemaining()) {
            all.add(new UUID(from.getLong(), from.getLong()));
        }
        return all;
    }

    @PreDestroy
    void ended() {
        reader.shutdownNow();
    }
}
