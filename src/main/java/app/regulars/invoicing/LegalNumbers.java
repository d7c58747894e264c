package app.regulars.invoicing;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers without a gap and without a repeat. A number is drawn in the transaction of the paper that bears it, and whoever wants the
 * next one waits until that paper is committed or given up; given up, the number is drawn again.
 */
@Component
class LegalNumbers {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;

    LegalNumbers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** As late in the transaction as can be: others wait from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String series) {
        if (!drawn(series)) {
            // the row of a new series is there before anybody draws: of several first ones whose maker gives up, one would be a deadlock's victim
            own.executeWithoutResult(status -> jdbc.update("insert into legal_series (name, next_value) values (?, 1) on duplicate key update next_value = next_value",
                    series));
            drawn(series);
        }
        return jdbc.queryForObject("select next_value from legal_series where name = ?", Long.class, series) - 1;
    }

    private boolean drawn(String series) {
        return jdbc.update("update legal_series set next_value = next_value + 1 where name = ?", series) > 0;
    }
}
