package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.NewCustomer;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten thousand letters are under way through the real outbox; whoever says stop gets none from that moment on. */
@RegularsTest(properties = "db-scheduler.enabled=false")
class StoppedSendingTests {

    private static final int PEOPLE = 200;
    private static final int LETTERS = 50;

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private Unsubscribing unsubscribing;
    @Autowired
    private StopLinks links;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Notifications notifications;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Clock clock;

    @Test
    void endsWithTheVeryNextMessage() {
        var people = people();
        transaction.executeWithoutResult(status -> {
            for (int letter = 0; letter < LETTERS; letter++) {
                for (int i = 0; i < PEOPLE; i++) {
                    notifications.post(new OutgoingMail("run:" + letter + ":" + i, "test.run", "newsletter", people.get(i), "run-" + i + "@walk.example",
                            Languages.ENGLISH, "Letter " + letter, "<html><body><p>New.</p></body></html>"));
                }
            }
        });
        // the outbox begins by itself after the commit; half of the people stop while it runs
        Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(2)).until(() -> count("state = 'KEPT'") >= 500);
        var stopped = new ArrayList<Instant>();
        for (int i = 0; i < PEOPLE; i += 2) {
            unsubscribing.stop(links.path(people.get(i), "newsletter").substring("/unsubscribe/".length()), false);
            stopped.add(clock.instant());
        }
        var atOnce = count("state = 'WAITING'");
        assertThat(atOnce).as("it was still running").isGreaterThan(1_000);
        Awaitility.await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofMinutes(5)).until(() -> count("state in ('WAITING', 'SENDING')") == 0);

        for (int i = 0; i < PEOPLE; i++) {
            var recipient = "recipient = 'run-" + i + "@walk.example' and ";
            if (i % 2 == 0) {
                // the one that was between being asked for and being handed over in that very moment may still have gone
                var late = jdbc.queryForObject("select count(*) from outbox_message where " + recipient + "state = 'KEPT' and done_at > ?", Integer.class,
                        app.regulars.platform.persistence.Columns.utc(stopped.get(i / 2)));
                assertThat(late).isLessThanOrEqualTo(1);
                assertThat(count(recipient + "state = 'REFUSED' and refusal = 'withdrawn'")).isPositive();
            } else {
                assertThat(count(recipient + "state = 'KEPT' and basis = 'express' and basis_entry is not null")).isEqualTo(LETTERS);
            }
        }
        assertThat(count("state = 'KEPT'") + count("state = 'REFUSED'")).isEqualTo(PEOPLE * LETTERS);
    }

    private List<CustomerId> people() {
        var emails = IntStream.range(0, PEOPLE).mapToObj(i -> "run-" + i + "@walk.example").toList();
        var ids = customers.obtainAll(emails.stream().map(email -> new NewCustomer("Run", null, null, email, null, Languages.ENGLISH, null, clock.instant(),
                "import", null, null, null)).toList());
        var people = emails.stream().map(ids::get).toList();
        people.forEach(person -> ledger.grant(person, "newsletter", Languages.ENGLISH, "import", ConsentActor.system(), clock.instant()));
        return people;
    }

    private int count(String which) {
        return jdbc.queryForObject("select count(*) from outbox_message where kind = 'test.run' and " + which, Integer.class);
    }
}
