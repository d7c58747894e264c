package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@RegularsTest
class ConsentLedgerModuleTests {

    private static final Instant BEGIN = Instant.parse("2025-03-01T10:00:00Z");

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private MyConsents mine;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;

    private CustomerId person;

    @BeforeEach
    void somebody() {
        person = customers.obtain("consent-" + UUID.randomUUID() + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "import");
    }

    @Test
    void allowsNothingThatNobodySaid() {
        assertThat(ledger.states(person, Languages.ENGLISH)).hasSize(6).noneMatch(ConsentState::granted);
        assertThat(ledger.mayContact(person, "newsletter", "email", Instant.now())).isFalse();
        assertThat(ledger.mayContact(person, "no such purpose", "email", Instant.now())).isFalse();
        ledger.withdraw(person, "newsletter", "privacy-page", ConsentActor.person(person), BEGIN);
        assertThat(ledger.history(person)).isEmpty();
    }

    @Test
    void saysTheSameAsAPlainReplayOfAnySequence() {
        var random = new Random(20261122);
        var purposes = List.of("newsletter", "reminders", "offers", "analytics", "sharing");
        var moments = new ArrayList<Instant>();
        for (int i = 0; i < 60; i++) {
            moments.add(BEGIN.plusSeconds(i * 3_600L));
        }
        java.util.Collections.shuffle(moments, random);
        record Said(Instant at, String purpose, boolean granted) {
        }
        var said = new ArrayList<Said>();
        for (var at : moments) {
            var purpose = purposes.get(random.nextInt(purposes.size()));
            var granted = random.nextBoolean();
            var before = jdbc.queryForObject("select count(*) from consent_entry", Long.class);
            if (granted) {
                ledger.grant(person, purpose, Languages.ENGLISH, "import", ConsentActor.system(), at);
                said.add(new Said(at, purpose, true));
            } else {
                var holds = ledger.isGranted(person, purpose, at);
                ledger.withdraw(person, purpose, "import", ConsentActor.system(), at);
                if (holds) {
                    said.add(new Said(at, purpose, false));
                }
            }
            assertThat(jdbc.queryForObject("select count(*) from consent_entry", Long.class)).isBetween(before, before + 1);
            var replay = new HashMap<String, Boolean>();
            said.stream().sorted(Comparator.comparing(Said::at)).forEach(line -> replay.put(line.purpose(), line.granted()));
            assertThat(ledger.states(person, Languages.FRENCH)).allSatisfy(state ->
                    assertThat(state.granted()).as(state.purpose()).isEqualTo(replay.getOrDefault(state.purpose(), false)));
        }
        assertThat(ledger.history(person)).hasSize(said.size());
    }

    @Test
    void answersForTheMomentThatIsAsked() {
        ledger.grant(person, "newsletter", Languages.FRENCH, "import", ConsentActor.system(), BEGIN);
        ledger.withdraw(person, "newsletter", "privacy-page", ConsentActor.person(person), BEGIN.plusSeconds(60));
        assertThat(ledger.mayContact(person, "newsletter", "email", BEGIN.minusSeconds(1))).isFalse();
        assertThat(ledger.mayContact(person, "newsletter", "email", BEGIN)).isTrue();
        assertThat(ledger.mayContact(person, "newsletter", "email", BEGIN.plusSeconds(60))).isFalse();
        assertThat(ledger.history(person)).extracting(entry -> entry.wording().language()).containsExactly("fr", "fr");
    }

    @Test
    void isToldTwiceAndKeepsOne() {
        var words = ledger.offered(Languages.ENGLISH).getFirst();
        ledger.grant(person, words.id(), "registration", ConsentActor.person(person), BEGIN, "once " + person);
        ledger.grant(person, words.id(), "registration", ConsentActor.person(person), BEGIN, "once " + person);
        assertThat(ledger.history(person)).hasSize(1);
    }

    @Test
    void takesNoWordsThatNobodyWrote() {
        assertThatThrownBy(() -> mine.allow(person, UUID.randomUUID())).isInstanceOf(Refused.class);
        assertThat(ledger.history(person)).isEmpty();
    }

    @Test
    void showsEachPersonHerOwn() {
        var other = customers.obtain("consent-" + UUID.randomUUID() + "@walk.example", "Ann", null, null, Languages.ENGLISH, "import");
        mine.allow(person, ledger.offered(Languages.ENGLISH).getFirst().id());
        assertThat(mine.history(other)).isEmpty();
        assertThat(mine.states(other, Languages.ENGLISH)).noneMatch(ConsentState::granted);
        mine.withdraw(other, "newsletter");
        assertThat(mine.states(person, Languages.ENGLISH).getFirst().granted()).isTrue();
    }

    @Test
    void knowsNoStatementThatChangesALine() throws Exception {
        var source = java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java/app/regulars/privacy/ConsentLines.java"));
        assertThat(source).doesNotContain("update consent_entry").doesNotContain("delete from consent_entry");
        assertThat(Map.of("statements", source.split("insert into consent_entry", -1).length - 1)).containsEntry("statements", 1);
    }
}
