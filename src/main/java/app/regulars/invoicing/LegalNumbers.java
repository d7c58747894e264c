package app.regulars.invoicing;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers without a gap and without a repeat. A number is drawn in the transaction of the paper that bears it, and whoever wants the
 * next one waits until that paper is committed or given up; given up, the number is drawn again.
 */
@Component
class LegalNumbers {

    private final JdbcTemplate jdbc;

    LegalNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** As late in the transaction as can be: others wait from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series) {
        // one statement that makes the row or locks it, so that two first ones do not lock each other
        jdbc.update("insert into legal_series (name, next_value) values (?, 2) on duplicate key update next_value = next_value + 1", series);
        return jdbc.queryForObject("select next_value from legal_series where name = ?", Long.class, series) - 1;
    }
}
