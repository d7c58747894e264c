package app.regulars.selfservice;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How many walks of each kind there were, by day. A step moves one from a kind to the next, so that a walk that is given up stays counted
 * where it ended without anybody watching for its end. Written every second in one batch; no page waits for the database.
 */
@Component
class WalkCounts {

    private static final Logger log = LoggerFactory.getLogger(WalkCounts.class);
    private static final String ADD = """
            insert into self_service_count (begun_on, flow, furthest, steps, finished, asked, walks) values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update walks = walks + values(walks)""";
    /** In one order everywhere, so that two nodes never wait for each other crosswise. */
    private static final Comparator<Walk.Cell> ORDER = Comparator.comparing(Walk.Cell::begunOn).thenComparing(Walk.Cell::flow).thenComparing(Walk.Cell::furthest)
            .thenComparing(Walk.Cell::steps).thenComparing(Walk.Cell::finished).thenComparing(Walk.Cell::asked);
    /** A mailed link is followed within so many days. */
    private static final int ELSEWHERE_DAYS = 8;
    private static final int MOST_WAITING = 10_000;

    private final JdbcTemplate jdbc;
    private final Map<Walk.Cell, Long> waiting = new HashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("self-service").factory());

    WalkCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
    }

    void count(List<Trail.Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                moves.forEach(move -> {
                    add(move.before(), -1);
                    add(move.after(), 1);
                });
            }
        }
    }

    /** Of those that wait one step before it for somebody to go on elsewhere, one has. As nobody can be told from another, any will do. */
    void wentOnElsewhere(Flow flow, int step, LocalDate today) {
        write();
        jdbc.query("""
                select begun_on, steps, asked from self_service_count where flow = ? and furthest = ? and finished = false and walks > 0 and begun_on > ?
                order by begun_on desc, walks desc limit 1""", (row, n) -> new Walk.Cell(row.getObject(1, LocalDate.class), flow, step - 1, row.getInt(2), false, row.getBoolean(3)),
                flow.code(), step - 1, today.minusDays(ELSEWHERE_DAYS)).forEach(waited -> count(List.of(new Trail.Move(waited, waited.at(step)))));
    }

    private void add(Walk.Cell cell, long walks) {
        if (cell != null) {
            waiting.merge(cell, walks, Long::sum);
        }
    }

    @PreDestroy
    void write() {
        Map<Walk.Cell, Long> these;
        synchronized (waiting) {
            these = new HashMap<>(waiting);
            waiting.clear();
        }
        these.values().removeIf(walks -> walks == 0);
        if (these.isEmpty()) {
            return;
        }
        var cells = these.keySet().stream().sorted(ORDER).toList();
        try {
            // one statement for all of them: all or none is counted
            var values = new StringBuilder();
            var arguments = new java.util.ArrayList<Object>();
            cells.forEach(cell -> {
                values.append(values.isEmpty() ? "" : ", ").append("(?, ?, ?, ?, ?, ?, ?)");
                arguments.addAll(List.of(cell.begunOn(), cell.flow().code(), cell.furthest(), cell.steps(), cell.finished(), cell.asked(), these.get(cell)));
            });
            jdbc.update(ADD.replace("(?, ?, ?, ?, ?, ?, ?)", values), arguments.toArray());
        } catch (DataAccessException away) {
            synchronized (waiting) {
                these.forEach((cell, walks) -> waiting.merge(cell, walks, Long::sum));
            }
            log.warn("steps of self-service wait to be counted: {}", away.getClass().getSimpleName());
        }
    }
}
