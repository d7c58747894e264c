package app.regulars.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which steps of the loading are done and what came of them (ids, numbers). A step and its entry are one transaction: a step
 * that was begun and not finished has never been.
 */
@Component
class DemoLedger {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, String> results = new ConcurrentHashMap<>();

    DemoLedger(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void read() {
        results.clear();
        jdbc.query("select name, result from demo_step", row -> {
            results.put(row.getString(1), row.getString(2));
        });
    }

    Optional<String> result(String step) {
        return Optional.ofNullable(results.get(step));
    }

    /** What came of a step that has to be done by now. */
    String required(String step) {
        return result(step).orElseThrow(() -> new IllegalStateException("not loaded yet: " + step));
    }

    /** Does a step unless it was done. */
    void once(String step, Supplier<String> work) {
        if (!results.containsKey(step)) {
            results.put(step, transaction.execute(status -> {
                var result = work.get();
                jdbc.update("insert into demo_step (name, result) values (?, ?)", step, result);
                return result;
            }));
        }
    }
}
