package app.regulars.platform.persistence;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the numbers people see (orders, inquiries, customers) from named ranges. A number is drawn in a transaction of its
 * own, so that a long sale never holds up the next; a rolled back sale leaves a gap.
 */
@Component
public class Numbers {

    private final JdbcTemplate jdbc;

    Numbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param first the number to begin with when the range is new */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long next(String range, long first) {
        return reserve(range, first, 1);
    }

    /** Reserves a run of numbers and answers the first of them. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long next(String range, long first, int count) {
        return reserve(range, first, count);
    }

    private long reserve(String range, long first, int count) {
        // one statement for the first and for every other number: an update before it would lock the gap, and two first ones each other
        jdbc.update("insert into number_range (name, next_value) values (?, ?) on duplicate key update next_value = next_value + ?",
                range, first + count, count);
        return jdbc.queryForObject("select next_value from number_range where name = ?", Long.class, range) - count;
    }
}
