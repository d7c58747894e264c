package app.regulars.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws the numbers people see (orders, inquiries, customers) from named ranges. A number is drawn in a transaction of its
 * own, so that a long sale never holds up the next; a rolled back sale leaves a gap. It is drawn over connections of its own
 * as well: sales that all hold one and wait for a second would wait for each other until their time is over.
 */
@Component
public class Numbers {

    /** Whoever draws is done in a moment and waits for nothing but the range. */
    private static final int CONNECTIONS = 2;

    private final HikariDataSource few;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;

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

    /** @param first the number to begin with when the range is new */
    public long next(String range, long first) {
        return next(range, first, 1);
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
