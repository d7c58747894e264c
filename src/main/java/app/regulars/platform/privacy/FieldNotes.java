package app.regulars.platform.privacy;

import app.regulars.platform.persistence.Columns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes that somebody used a personal field on a page, in a filter, an export or an import: what nobody uses should not be asked for. Once a day and field. */
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

    /** @param how "view", "filter", "export", "import", or "profile" for the person's own page @param fields table and column, such as "customer.phone" */
    public void used(String how, String... fields) {
        var now = clock.instant();
        var due = Arrays.stream(fields).filter(field -> isDue(noted.get(how + field), now)).sorted().toList();
        if (due.isEmpty()) {
            return;
        }
        due.forEach(field -> noted.put(how + field, now));
        own.executeWithoutResult(status -> jdbc.batchUpdate("insert into field_use (field_name, use_kind, used_at) values (?, ?, ?) "
                + "on duplicate key update used_at = values(used_at)", due.stream().map(field -> new Object[] {field, how, Columns.utc(now)}).toList()));
    }

    private static boolean isDue(Instant last, Instant now) {
        return last == null || last.plus(AGAIN).isBefore(now);
    }
}
