package app.regulars.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws the numbers people see (orders, inquiries, customers) from named ranges. A number is drawn in a transaction of its
 * own, so that a long sale never holds up the next; a rolled back sale leaves a gap. It is drawn over connections of its own
 * as well: sales that all hold one and wait for a second would wait for each other until their time is over. Those who ask for one at
 * the same moment get theirs with one statement, and one flush of the disk.
 */
@Component
public class Numbers {

    /** Whoever draws is done in a moment and waits for nothing but the range. */
    private static final int CONNECTIONS = 2;

    private final HikariDataSource few;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Map<String, Range> ranges = new ConcurrentHashMap<>();

    Numbers(DataSource source) throws SQLException {
        few = few(source.unwrap(HikariDataSource.class));
        jdbc = new JdbcTemplate(few);
        own = new TransactionTemplate(new JdbcTransactionManager(few));
    }

    /** Opens nothing before the first number is drawn. */
    private static HikariDataSource few(HikariDataSource all) {
        var few = new HikariDataSource();
        few.setPoolName("numbers");
        few.setJdbcUrl(all.getJdbcUrl());
        few.setUsername(all.getUsername());
        few.setPassword(all.getPassword());
        few.setDriverClassName(all.getDriverClassName());
        few.setDataSourceProperties(all.getDataSourceProperties());
        few.setTransactionIsolation(all.getTransactionIsolation());
        few.setMaximumPoolSize(CONNECTIONS);
        few.setMinimumIdle(0);
        return few;
    }

    @PreDestroy
    void close() {
        few.close();
    }

    /** Those who wait for a number of a range on this node, and the number after the last one that it drew. */
    private static final class Range {

        private final Queue<CompletableFuture<Long>> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock turn = new ReentrantLock(true);
        private long next;
    }

    /** @param first the number to begin with when the range is new */
    public long next(String range, long first) {
        var mine = new CompletableFuture<Long>();
        var here = ranges.computeIfAbsent(range, name -> new Range());
        here.waiting.add(mine);
        here.turn.lock();
        try {
            if (!mine.isDone()) {
                draw(here, range, first);
            }
        } finally {
            here.turn.unlock();
        }
        try {
            return mine.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void draw(Range here, String range, long first) {
        var served = new ArrayList<CompletableFuture<Long>>();
        for (var one = here.waiting.poll(); one != null; one = here.waiting.poll()) {
            served.add(one);
        }
        try {
            var from = here.next > 0 && follow(range, here.next, served.size()) ? here.next : next(range, first, served.size());
            here.next = from + served.size();
            for (int i = 0; i < served.size(); i++) {
                served.get(i).complete(from + i);
            }
        } catch (RuntimeException | SQLException | Error failed) {
            served.forEach(one -> one.completeExceptionally(failed));
        }
    }

    /** On a connection that the caller's transaction does not keep. @return false where another node has drawn meanwhile */
    private boolean follow(String range, long from, int count) throws SQLException {
        try (var connection = few.getConnection(); var update = connection.prepareStatement("update number_range set next_value = ? where name = ? and next_value = ?")) {
            update.setLong(1, from + count);
            update.setString(2, range);
            update.setLong(3, from);
            return update.executeUpdate() == 1;
        }
    }

    /** Reserves a run of numbers and answers the first of them. */
    public long next(String range, long first, int count) {
        return own.execute(status -> reserve(range, first, count));
    }

    private long reserve(String range, long first, int count) {
        // one statement for the first and for every other number: an update before it would lock the gap, and two first ones each other
        jdbc.update("insert into number_range (name, next_value) values (?, ?) on duplicate key update next_value = next_value + ?",
                range, first + count, count);
        return jdbc.queryForObject("select next_value from number_range where name = ?", Long.class, range) - count;
    }
}
