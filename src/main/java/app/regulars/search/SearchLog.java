package app.regulars.search;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Records what was looked for and how much was found, without the person. Written every second in one batch, so that a search
 * never waits for the database; when the database is away, up to 10,000 entries wait for it.
 */
@Component
class SearchLog {

    private static final Logger log = LoggerFactory.getLogger(SearchLog.class);
    private static final int LONGEST = 400;
    private static final int LONGEST_OPENED = 160;

    private record Entry(UUID id, Instant at, String language, String question, long results) {
    }

    private record Opened(UUID id, String what) {
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(10_000);
    private final BlockingQueue<Opened> opened = new ArrayBlockingQueue<>(10_000);
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("search-log").factory());

    SearchLog(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    /** @return the key of the entry, or null where there was nothing to look for */
    UUID add(String question, Locale locale, long results) {
        var text = question.strip();
        if (text.isEmpty()) {
            return null;
        }
        var id = Ids.next();
        waiting.offer(new Entry(id, clock.instant(), Languages.code(locale), text.length() > LONGEST ? text.substring(0, LONGEST) : text, results));
        return id;
    }

    /** Something of what was found has been opened; the first counts. */
    void opened(UUID id, String kind, String ref) {
        var what = kind + "/" + ref;
        if (id != null && what.length() <= LONGEST_OPENED) {
            opened.offer(new Opened(id, what));
        }
    }

    @PreDestroy
    void write() {
        // in this order: what was opened may belong to an entry that is written now
        var these = new ArrayList<Opened>();
        opened.drainTo(these);
        var entries = new ArrayList<Entry>();
        waiting.drainTo(entries);
        if (entries.isEmpty() && these.isEmpty()) {
            return;
        }
        try {
            insert(entries);
            jdbc.batchUpdate("update search_log set opened = ? where id = ? and opened is null", these, 500, (statement, one) -> {
                statement.setString(1, one.what());
                statement.setBytes(2, Columns.bytes(one.id()));
            });
        } catch (DataAccessException away) {
            entries.forEach(waiting::offer);
            log.warn("searches wait to be recorded: {}", away.getClass().getSimpleName());
        }
    }

    private void insert(List<Entry> entries) {
        jdbc.batchUpdate("insert into search_log (id, asked_at, language, question, results, asked) values (?, ?, ?, ?, ?, ?)", entries, 500, (statement, entry) -> {
            statement.setBytes(1, Columns.bytes(entry.id()));
            statement.setObject(2, Columns.utc(entry.at()));
            statement.setString(3, entry.language());
            statement.setString(4, entry.question());
            statement.setLong(5, entry.results());
            var asked = SearchRules.asked(entry.question());
            statement.setString(6, asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked);
        });
    }
}
