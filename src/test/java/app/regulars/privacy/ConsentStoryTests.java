package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people live through with their permissions, through the doors. */
@RegularsTest(properties = "db-scheduler.enabled=false")
class ConsentStoryTests {

    private static final StaffId OWNER = new StaffId(UUID.randomUUID());
    private static final Pattern LINK = Pattern.compile("/newsletter/confirm/([A-Za-z0-9_-]+)");

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private Consents consents;
    @Autowired
    private MyConsents mine;
    @Autowired
    private PurposeDesk desk;
    @Autowired
    private NewsletterSignUp newsletter;
    @Autowired
    private Unsubscribing unsubscribing;
    @Autowired
    private StopLinks links;
    @Autowired
    private LedgerCheck check;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Notifications notifications;
    @Autowired
    private SystemWork work;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private JdbcTemplate jdbc;

    private CustomerId person;

    @BeforeEach
    void somebody() {
        person = customers.obtain("story-" + UUID.randomUUID() + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "import");
    }

    private String newPurpose() {
        var code = "test-" + UUID.randomUUID().toString().substring(0, 8);
        staff(() -> {
            desk.add(code, java.util.List.of("email", "sms"), words("You may."), OWNER);
            desk.offer(code, true, OWNER);
        });
        return code;
    }

    private static PurposeDesk.Words words(String sentence) {
        return new PurposeDesk.Words(new Localized("Title", "Titre"), new Localized(sentence, sentence + " (fr)"));
    }

    private void staff(Runnable deed) {
        work.run(deed, "STAFF", Permissions.PRIVACY_SETUP, Permissions.CONSENTS_SEE);
    }

    private ConsentState state(String purpose) {
        return mine.states(person, Languages.ENGLISH).stream().filter(state -> state.purpose().equals(purpose)).findFirst().orElseThrow();
    }

    @Test
    void asksAgainWhenTheWordsChangeInSubstanceAndOnlyThen() {
        var purpose = newPurpose();
        mine.allow(person, state(purpose).now().id());
        staff(() -> desk.publish(purpose, words("You may, please."), false, OWNER));
        assertThat(state(purpose).granted()).as("another way to say the same").isTrue();
        assertThat(state(purpose).wording().sentence()).as("her own words stay").isEqualTo("You may.");

        staff(() -> desk.publish(purpose, words("You may, and more."), true, OWNER));
        assertThat(state(purpose).asksAgain()).isTrue();
        assertThat(ledger.ask(person, purpose, "email", clock.instant()).refusal()).isEqualTo("reworded");
        assertThat(mine.asked(person, Languages.ENGLISH)).extracting(ConsentState::purpose).contains(purpose);

        mine.decline(person, state(purpose).now().id(), "overview");
        assertThat(mine.asked(person, Languages.ENGLISH)).extracting(ConsentState::purpose).doesNotContain(purpose);
        assertThat(ledger.ask(person, purpose, "email", clock.instant()).refusal()).isEqualTo("withdrawn");
        mine.allow(person, state(purpose).now().id());
        assertThat(state(purpose).wording().version()).isEqualTo(3);
        assertThat(check.run().intact()).isTrue();
    }

    @Test
    void takesAnswersOutOfTheGroupsWhenTheirWordsChangeInSubstance() {
        mine.allow(person, state("groups").now().id());
        var since = "select demographics_at from customer where id = ?";
        var id = app.regulars.platform.persistence.Columns.bytes(person.value());
        assertThat(jdbc.queryForObject(since, java.time.LocalDateTime.class, id)).isNotNull();
        staff(() -> desk.publish("groups", words("You may, and more."), true, OWNER));
        assertThat(jdbc.queryForObject(since, java.time.LocalDateTime.class, id)).isNull();
    }

    @Test
    void impliesForAWhileWhatTheShopHasSetAndCountsItsEnd() {
        var purpose = newPurpose();
        staff(() -> desk.change(purpose, java.util.List.of("email"), 24, 6, OWNER));
        var bought = Instant.parse("2024-01-31T12:00:00Z");
        consents.bought(person, UUID.randomUUID(), bought);
        var order = UUID.randomUUID();
        consents.inquired(person, order, bought.plusSeconds(60));
        consents.inquired(person, order, bought.plusSeconds(60));
        var answer = ledger.ask(person, purpose, "email", Instant.parse("2026-01-31T11:59:59Z"));
        assertThat(answer.allowed()).isTrue();
        assertThat(answer.basis()).isEqualTo("implied");
        assertThat(answer.until()).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(ledger.ask(person, purpose, "sms", bought.plusSeconds(61)).allowed()).as("only the channels of then").isFalse();
        assertThat(ledger.ask(person, purpose, "email", Instant.parse("2026-01-31T12:00:00Z")).refusal()).isEqualTo("expired");
        assertThat(ledger.history(person)).filteredOn(line -> purpose.equals(line.purpose())).hasSize(2);
    }

    @Test
    void sendsNothingForAPurposeThatIsSwitchedOff() {
        var purpose = newPurpose();
        mine.allow(person, state(purpose).now().id());
        staff(() -> desk.offer(purpose, false, OWNER));
        assertThat(ledger.ask(person, purpose, "email", clock.instant()).refusal()).isEqualTo("off");
        staff(() -> desk.offer(purpose, true, OWNER));
        assertThat(ledger.ask(person, purpose, "email", clock.instant()).allowed()).isTrue();
    }

    @Test
    void provesWhatSheHadAgreedToOnADayInWhichWords() {
        var said = Instant.parse("2025-03-10T15:00:00Z");
        ledger.grant(person, "newsletter", Languages.FRENCH, "registration", ConsentActor.person(person), said);
        ledger.withdraw(person, "newsletter", "unsubscribe", ConsentActor.person(person), said.plusSeconds(86_400));
        var before = proof("2025-03-09");
        assertThat(before.reason()).isEqualTo(ConsentState.Reason.NEVER);
        var then = proof("2025-03-10");
        assertThat(then.reason()).isEqualTo(ConsentState.Reason.EXPRESS);
        assertThat(then.last().wording().language()).isEqualTo("fr");
        assertThat(then.last().wording().sentence()).startsWith("Vous pouvez m’écrire");
        assertThat(then.last().page()).isEqualTo("/register");
        assertThat(then.last().fingerprint()).hasSize(64);
        assertThat(proof("2025-03-11").reason()).isEqualTo(ConsentState.Reason.WITHDRAWN);
        assertThat(mine.proof(person, LocalDate.parse("2025-03-10"), Languages.ENGLISH).lines()).hasSize(1);
    }

    private ConsentState proof(String day) {
        return mine.proof(person, LocalDate.parse(day), Languages.ENGLISH).states().stream().filter(state -> state.purpose().equals("newsletter")).findFirst().orElseThrow();
    }

    @Test
    void joinsAndPartsRecords() {
        var other = customers.obtain("story-" + UUID.randomUUID() + "@walk.example", "Ann", null, null, Languages.ENGLISH, "import");
        mine.allow(other, state("newsletter").now().id());
        consents.merged(other, person, clock.instant(), OWNER);
        assertThat(state("newsletter").granted()).isTrue();
        consents.unmerged(other, person, clock.instant(), OWNER);
        assertThat(state("newsletter").granted()).isFalse();
        assertThat(mine.states(other, Languages.ENGLISH).getFirst().granted()).isTrue();
    }

    @Test
    void signsUpInTwoStepsAndAsksNobodyElse() {
        var email = "letters-" + UUID.randomUUID() + "@walk.example";
        newsletter.ask("Ann", email, Languages.FRENCH);
        assertThat(customers.findByEmail(email)).as("nobody yet").isEmpty();
        var token = token(email);
        assertThat(newsletter.look(token).step()).isEqualTo(NewsletterSignUp.Step.ASKED);
        assertThat(newsletter.look(token).words().language()).isEqualTo("fr");
        assertThat(customers.findByEmail(email)).as("looking is not agreeing").isEmpty();

        assertThat(newsletter.confirm(token)).isEqualTo(NewsletterSignUp.Step.CONFIRMED);
        assertThat(newsletter.confirm(token)).isEqualTo(NewsletterSignUp.Step.CONFIRMED);
        var card = customers.findByEmail(email).orElseThrow();
        assertThat(customers.source(card.id())).isEqualTo("newsletter");
        assertThat(ledger.history(card.id())).singleElement().satisfies(line -> {
            assertThat(line.form()).isEqualTo("newsletter");
            assertThat(line.wording().language()).isEqualTo("fr");
        });
        assertThat(jdbc.queryForList("select email from newsletter_request where customer_id = ?", String.class, app.regulars.platform.persistence.Columns.bytes(card.id().value())))
                .containsExactly("");
        assertThat(newsletter.look("x").step()).isEqualTo(NewsletterSignUp.Step.UNKNOWN);
    }

    @Test
    void joinsTheRecordThatIsThere() {
        var email = "known-" + UUID.randomUUID() + "@walk.example";
        var known = customers.obtain(email, "Ann Known", null, null, Languages.ENGLISH, "guest-checkout");
        newsletter.ask("Somebody Else", email.toUpperCase(java.util.Locale.ROOT), Languages.ENGLISH);
        newsletter.confirm(token(email));
        assertThat(ledger.isGranted(known, "newsletter", clock.instant())).isTrue();
        assertThat(customers.find(known).orElseThrow().name()).isEqualTo("Ann Known");
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(jdbc.queryForObject("select stage from customer where id = ?", String.class,
                app.regulars.platform.persistence.Columns.bytes(known.value()))).isEqualTo("subscriber"));
    }

    @Test
    void forgetsWhoDidNotConfirmInTime() {
        var email = "late-" + UUID.randomUUID() + "@walk.example";
        newsletter.ask("Ann", email, Languages.ENGLISH);
        var token = token(email);
        jdbc.update("update newsletter_request set ends_at = '2020-01-01 00:00:00' where email = ?", email);
        assertThat(newsletter.confirm(token)).isEqualTo(NewsletterSignUp.Step.ENDED);
        assertThat(newsletter.forgetEnded()).isPositive();
        assertThat(newsletter.look(token).step()).isEqualTo(NewsletterSignUp.Step.UNKNOWN);
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where recipient = ? or html like ?", Integer.class, email, "%" + token + "%")).isZero();
        assertThat(customers.findByEmail(email)).isEmpty();
    }

    @Test
    void mailsOneAddressThreeTimesAnHourAtMost() {
        var email = "often-" + UUID.randomUUID() + "@walk.example";
        for (int i = 0; i < 10; i++) {
            newsletter.ask("Ann", email, Languages.ENGLISH);
        }
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where recipient = ?", Integer.class, email)).isEqualTo(3);
    }

    private String token(String email) {
        var html = jdbc.queryForObject("select html from outbox_message where recipient = ? order by posted_at desc limit 1", String.class, email);
        var link = LINK.matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void stopsOneKindAndLeavesTheOther() {
        for (var purpose : java.util.List.of("newsletter", "reminders")) {
            mine.allow(person, state(purpose).now().id());
        }
        var token = links.path(person, "newsletter").substring("/unsubscribe/".length());
        assertThat(unsubscribing.look(token, Languages.ENGLISH).orElseThrow().stopped()).isNull();
        assertThat(state("newsletter").granted()).as("looking stops nothing").isTrue();
        assertThat(unsubscribing.stop(token, false)).isTrue();
        assertThat(unsubscribing.stop(token, false)).as("twice is once").isTrue();
        assertThat(state("newsletter").granted()).isFalse();
        assertThat(state("reminders").granted()).as("still wanted").isTrue();
        assertThat(ledger.history(person)).hasSize(3);
        consents.bought(person, UUID.randomUUID(), clock.instant());
        unsubscribing.stop(token, true);
        assertThat(mine.states(person, Languages.ENGLISH)).filteredOn(ConsentState::granted).isEmpty();
    }

    @Test
    void takesNoLinkThatWasTamperedWith() {
        var token = links.path(person, "newsletter").substring("/unsubscribe/".length());
        for (int i = 0; i < token.length(); i += 7) {
            var other = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(unsubscribing.stop(other, true)).as("at %d", i).isFalse();
        }
        assertThat(unsubscribing.stop("", true)).isFalse();
        assertThat(unsubscribing.stop(null, true)).isFalse();
        assertThat(unsubscribing.look("A".repeat(5_000), Languages.ENGLISH)).isEmpty();
    }

    @Test
    void saysInEveryLetterWhoSendsItAndHowToStopIt() {
        var email = "letter-" + UUID.randomUUID() + "@walk.example";
        notifications.post(new OutgoingMail("letter:" + email, "test.letter", "newsletter", person, email, Languages.FRENCH, "Bonjour", "<html><body><p>Café</p></body></html>"));
        var row = jdbc.queryForMap("select html, plain, stop_address from outbox_message where recipient = ?", email);
        assertThat((String) row.get("stop_address")).contains(links.path(person, "newsletter"));
        assertThat((String) row.get("html")).contains((String) row.get("stop_address"), "Des lettres sur les nouveautés").endsWith("</body></html>");
        assertThat((String) row.get("plain")).contains(links.path(person, "newsletter"));
    }

    @Test
    void declinesOnlyWhatIsAsked() {
        assertThatThrownBy(() -> mine.decline(person, state("newsletter").now().id(), "overview")).isInstanceOf(NotFound.class);
    }
}
