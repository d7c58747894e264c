package app.regulars.platform.privacy;

import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes that staff used a personal field in a view, a filter or an export: what nobody uses should not be asked for. Once a day and field. */
@Component
public class FieldNotes {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    FieldNotes(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @param how "view", "filter" or "export" @param fields table and column, such as "customer.phone" */
    public void used(String how, String... fields) {
        var now = clock.instant();
        for (var field : fields) {
            var last = noted.get(how + field);
            if (last == null || last.plus(AGAIN).isBefore(now)) {
                noted.put(how + field, now);
                own.executeWithoutResult(status -> jdbc.update("insert into field_use (field_name, use_kind, used_at) values (?, ?, ?) "
                        + "on duplicate key update used_at = values(used_at)", field, how, Columns.utc(now)));
            }
        }
    }
}
