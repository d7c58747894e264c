package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The process is killed ten times in the middle of checkouts: no confirmed order is lost, none is doubled, none is half
 * there, and after the last start no message stays unsent.
 */
class KilledCheckoutsIT {

    private static final int KILLS = 6;

    private final TestDatabase.Schema schema = TestDatabase.get().newSharedSchema();
    private final Map<String, String> confirmed = new HashMap<>();
    private final Set<String> unanswered = new LinkedHashSet<>();
    private final List<String> refused = new ArrayList<>();

    @Test
    void losesNoConfirmedOrderAndDoublesNone() throws Exception {
        Assumptions.assumeTrue(TestDatabase.get().isMySql(), "H2's file dies with its process; the truth is MySQL");
        var random = new Random(20);
        // the next one starts up meanwhile, and waits for its word
        var next = start();
        for (int i = 0; i < KILLS; i++) {
            var one = next;
            next = i + 1 < KILLS ? start() : null;
            runUntilKilled(one, Duration.ofMillis(200 + random.nextInt(900)));
        }
        assertThat(refused).isEmpty();
        assertThat(confirmed).hasSizeGreaterThan(KILLS);
        try (var application = RunningApplication.start(schema, "--regulars.demo=false", "--db-scheduler.polling-interval=1s",
                "--regulars.events.patience=5s", "--regulars.events.look=2s", "--regulars.outbox.claim=10s")) {
            var patience = Instant.now().plus(Duration.ofMinutes(8));
            while (!isSettled() && Instant.now().isBefore(patience)) {
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            assertThat(application.url()).isNotNull();
        }
        assertThat(number("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null")).isZero();
        assertThat(number("select count(*) from outbox_message where state in ('WAITING', 'SENDING', 'FAILED')")).isZero();
        // each key became one order, whole: paid for once, its piece reserved once, its customer told once
        assertThat(number("select count(*) - count(distinct checkout_key) from sales_order")).isZero();
        assertThat(number("select count(*) from sales_order where (select count(*) from payment p where p.reference = sales_order.id) <> 1")).isZero();
        assertThat(number("select count(*) from sales_order where (select count(*) from stock_reservation r where r.reference = sales_order.id) <> 1")).isZero();
        assertThat(number("select count(*) from sales_order where (select count(*) from sales_order_line l where l.order_id = sales_order.id) <> 1")).isZero();
        var orders = number("select count(*) from sales_order");
        assertThat(number("select reserved from stock_item")).isEqualTo(orders);
        assertThat(number("select count(*) from outbox_message where kind = 'order.confirmed'")).isEqualTo(orders);
        assertThat(number("select count(*) from payment")).isEqualTo(orders);
        assertThat(numbersInDatabase()).containsAll(confirmed.values());
        assertThat(orders).isBetween((long) confirmed.size(), (long) confirmed.size() + unanswered.size());
        TestDatabase.get().drop(schema);
    }

    private boolean isSettled() throws SQLException {
        return number("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null") == 0
                && number("select count(*) from outbox_message where state in ('WAITING', 'SENDING')") == 0
                && number("select count(*) from outbox_message where kind = 'order.confirmed'") == number("select count(*) from sales_order");
    }

    private Process start() throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-Dregulars.data=target/under-fire", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), CheckoutsUnderFire.class.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target", "under-fire.log").toFile()));
        builder.environment().put("SPRING_DATASOURCE_URL", schema.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", schema.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", schema.password());
        return builder.start();
    }

    private void runUntilKilled(Process process, Duration life) throws IOException, InterruptedException {
        Instant end = null;
        try (var words = process.outputWriter()) {
            for (var key : unanswered) {
                words.write(key + "\n");
            }
            words.write(CheckoutsUnderFire.BEGIN + "\n");
        }
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(CheckoutsUnderFire.TRYING)) {
                    unanswered.add(line.substring(CheckoutsUnderFire.TRYING.length()));
                } else if (line.startsWith(CheckoutsUnderFire.CONFIRMED)) {
                    heard(line.substring(CheckoutsUnderFire.CONFIRMED.length()).split(" "));
                    end = end == null ? Instant.now().plus(life) : end;
                } else if (line.startsWith("REFUSED")) {
                    refused.add(line);
                }
                if (end != null && process.isAlive() && Instant.now().isAfter(end)) {
                    process.toHandle().destroyForcibly(); // leaves the pipe open, so that the last words are read
                }
            }
        }
        assertThat(process.waitFor()).as("killed, not ended by itself; see target/under-fire.log").isEqualTo(137);
    }

    private void heard(String[] keyAndNumber) {
        unanswered.remove(keyAndNumber[0]);
        var before = confirmed.put(keyAndNumber[0], keyAndNumber[1]);
        assertThat(before == null || before.equals(keyAndNumber[1])).as("the same order again for the same key").isTrue();
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Set<String> numbersInDatabase() throws SQLException {
        var numbers = new LinkedHashSet<String>();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var result = connection.createStatement().executeQuery("select number from sales_order")) {
            while (result.next()) {
                assertThat(numbers.add(result.getString(1))).isTrue();
            }
        }
        return numbers;
    }
}
