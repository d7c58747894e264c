package app.regulars.platform.events;

import app.regulars.platform.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down which news has arrived, in one statement for all that arrived meanwhile. A node that dies before it did tells them again, and
 * whoever listens takes in the same news twice without harm: that is the rule for every listener.
 */
@Component
class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
    private static final int MOST_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Queue<Arrived> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("news-arrivals").factory());

    Arrivals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Arrived(UUID publication, Instant at) {
    }

    void arrived(UUID publication, Instant at) {
        waiting.add(new Arrived(publication, at));
        if (BusinessClock.isPast()) {
            // whoever loads history looks for what is left as soon as it is loaded
            write();
            return;
        }
        try {
            worker.execute(this::write);
        } catch (RejectedExecutionException ending) {
            write();
        }
    }

    private synchronized void write() {
        var some = new ArrayList<Arrived>();
        for (var one = waiting.poll(); one != null; one = some.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            some.add(one);
        }
        if (some.isEmpty()) {
            return;
        }
        try {
            var values = new ArrayList<Object>();
            values.add(Timestamp.from(some.stream().map(Arrived::at).max(Instant::compareTo).orElseThrow()));
            some.forEach(one -> values.add(one.publication().toString()));
            jdbc.update("update EVENT_PUBLICATION set STATUS = 'COMPLETED', COMPLETION_DATE = ? where ID in (" + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    values.toArray());
        } catch (DataAccessException away) {
            log.warn("{} pieces of news will be told again: {}", some.size(), away.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void ended() {
        worker.close();
        write();
    }
}
