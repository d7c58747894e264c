package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to a stored line is noticed. Every attack is undone by rolling back. */
@RegularsTest(properties = {"db-scheduler.enabled=false", "regulars.test.database=ledger-chain"}) // a database of its own: lines are named by their place
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerChainTests {

    private static final Instant BEGIN = Instant.parse("2025-03-01T10:00:00.123456Z");

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private Consents consents;
    @Autowired
    private ConsentLines lines;
    @Autowired
    private LedgerCheck check;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private CustomerId person;

    @BeforeAll
    void aLedger() {
        person = customers.obtain("chain@walk.example", "Zoë", null, null, Languages.ENGLISH, "import");
        var other = customers.obtain("chain-2@walk.example", "Ann", null, null, Languages.FRENCH, "import");
        jdbc.update("update purpose set purchase_months = 24 where code = 'offers'");
        ledger.grant(person, "newsletter", Languages.FRENCH, "registration", ConsentActor.person(person), BEGIN);
        consents.bought(person, UUID.randomUUID(), BEGIN.plusSeconds(10));
        ledger.withdraw(person, "newsletter", "unsubscribe", ConsentActor.person(person), BEGIN.plusSeconds(20));
        consents.merged(other, person, BEGIN.plusSeconds(30), null);
        ledger.grant(other, "reminders", Languages.ENGLISH, "privacy-page", ConsentActor.person(other), BEGIN.plusSeconds(40));
    }

    static Stream<String> everyColumnThatCanBeChanged() {
        return Stream.of("sequence = sequence + 100 where sequence = 5", "id = X'00000000000000000000000000000001' where sequence = 2",
                "kind = 'withdrawn' where sequence = 1", "customer_id = X'00000000000000000000000000000001' where sequence = 1",
                "other_id = X'00000000000000000000000000000001' where sequence = 4", "purpose = 'offers' where sequence = 1",
                "channels = 'email,sms' where sequence = 1", "basis = 'express' where sequence = 2", "wording_id = null where sequence = 1",
                "wording_digest = null where sequence = 1", "statement_version = 9 where sequence = 1", "form = 'import' where sequence = 1",
                "page = '/other' where sequence = 1", "ground_kind = 'inquiry' where sequence = 2",
                "ground_id = X'00000000000000000000000000000001' where sequence = 2", "actor_kind = 'staff' where sequence = 1",
                "actor_id = null where sequence = 1", "happened_at = '2024-03-01 10:00:00.123456' where sequence = 1",
                "happened_at = '2025-03-01 10:00:00.123457' where sequence = 1", "expires_at = '2099-01-01 00:00:00' where sequence = 2",
                "expires_at = null where sequence = 2", "recorded_at = '2024-03-01 10:00:00.123456' where sequence = 1",
                "once_key = 'other' where sequence = 1", "previous_hash = hash where sequence = 3", "hash = previous_hash where sequence = 5");
    }

    @ParameterizedTest
    @MethodSource("everyColumnThatCanBeChanged")
    void noticesAChangeOfAnyColumn(String change) {
        assertThat(check.run().intact()).isTrue();
        var result = after(() -> assertThat(jdbc.update("update consent_ledger set " + change)).isEqualTo(1));
        assertThat(result.intact()).as(change).isFalse();
        assertThat(change).contains("sequence = " + result.broken());
        assertThat(check.run().intact()).isTrue();
    }

    @Test
    void noticesThatAnyLineIsGoneTheLastOnesToo() {
        var length = check.run().lines();
        for (long place = 1; place <= length; place++) {
            var gone = place;
            var result = after(() -> jdbc.update("delete from consent_ledger where sequence = ?", gone));
            assertThat(result.intact()).isFalse();
            assertThat(result.broken()).isEqualTo(gone);
        }
        assertThat(after(() -> jdbc.update("delete from consent_ledger")).problem()).isEqualTo(LedgerCheck.Problem.END_DIFFERS);
    }

    @Test
    void noticesThatASentenceIsRewritten() {
        var result = after(() -> jdbc.update("update purpose_wording set sentence = 'You may do anything.' where purpose = 'newsletter' and language = 'fr'"));
        assertThat(result.problem()).isEqualTo(LedgerCheck.Problem.WORDS_CHANGED);
        assertThat(result.broken()).isEqualTo(1);
    }

    @Test
    void noticesALineThatWasPutInWithoutTheLedger() {
        var result = after(() -> jdbc.update("""
                insert into consent_ledger (sequence, id, kind, customer_id, form, actor_kind, happened_at, recorded_at, once_key, previous_hash, hash)
                select sequence + 1, X'00000000000000000000000000000002', 'granted', customer_id, form, actor_kind, happened_at, recorded_at, 'smuggled', hash, hash
                from (select * from consent_ledger order by sequence desc limit 1) last_line"""));
        assertThat(result.intact()).isFalse();
    }

    @Test
    void staysOneChainWhileManyWrite() throws InterruptedException {
        var before = check.run().lines();
        var done = new CountDownLatch(8);
        var failed = new ArrayList<Throwable>();
        for (int writer = 0; writer < 8; writer++) {
            var number = writer;
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 25; i++) {
                        // every entry is told by two writers and stands there once
                        ledger.grant(person, ledger.offered(Languages.ENGLISH).getFirst().id(), "import", ConsentActor.system(), BEGIN.plusSeconds(100 + i),
                                "many-" + number / 2 + "-" + i);
                    }
                } catch (RuntimeException e) {
                    failed.add(e);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        assertThat(failed).isEmpty();
        var after = check.run();
        assertThat(after.intact()).isTrue();
        assertThat(after.lines()).isEqualTo(before + 100);
    }

    private LedgerCheck.Result after(Runnable attack) {
        return transaction.execute(status -> {
            attack.run();
            status.setRollbackOnly();
            return check.run();
        });
    }

    @Test
    void knowsNoStatementThatChangesALine() throws Exception {
        for (var name : List.of("ConsentLines", "ConsentLine", "LedgerCheck", "ConsentLedger", "Consents")) {
            var source = java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java/app/regulars/privacy/" + name + ".java"));
            assertThat(source).doesNotContain("update consent_ledger").doesNotContain("delete from consent_ledger");
        }
        assertThat(lines.head().sequence()).isPositive();
    }
}
