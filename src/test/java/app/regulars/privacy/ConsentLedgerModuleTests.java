package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
class ConsentLedgerModuleTests {

    private static final Instant BEGIN = Instant.parse("2025-03-01T10:00:00Z");

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private MyConsents mine;
    @Autowired
    private CustomerDirectory customers;

    private CustomerId person;

    @BeforeEach
    void somebody() {
        person = customers.obtain("consent-" + UUID.randomUUID() + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "import");
    }

    @Test
    void allowsNothingThatNobodySaid() {
        assertThat(ledger.states(person, Languages.ENGLISH)).hasSize(10).noneMatch(ConsentState::granted);
        assertThat(ledger.mayContact(person, "newsletter", "email", Instant.now())).isFalse();
        assertThat(ledger.mayContact(person, "no such purpose", "email", Instant.now())).isFalse();
        ledger.withdraw(person, "newsletter", "privacy-page", ConsentActor.person(person), BEGIN);
        assertThat(ledger.history(person)).isEmpty();
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
}
