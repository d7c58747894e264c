package app.regulars.invoicing;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
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
    private final JdbcTemplate beside;

    /** @param database its pool is not asked for a second connection by those who hold one: as many as it has would wait for each other */
    LegalNumbers(JdbcTemplate jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.beside = new JdbcTemplate(DataSourceBuilder.derivedFrom(database).type(SimpleDriverDataSource.class).build());
    }

    /** As late in the transaction as can be: others wait from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series) {
        if (!drawn(series)) {
            begin(series);
            drawn(series);
        }
        return jdbc.queryForObject("select next_value from legal_series where name = ?", Long.class, series) - 1;
    }

    /** The row of a new series is there before anybody draws: of several first ones whose maker gives up, one would be a deadlock's victim. */
    private synchronized void begin(String series) {
        beside.update("insert into legal_series (name, next_value) values (?, 1) on duplicate key update next_value = next_value", series);
    }

    private boolean drawn(String series) {
        return jdbc.update("update legal_series set next_value = next_value + 1 where name = ?", series) > 0;
    }
}
