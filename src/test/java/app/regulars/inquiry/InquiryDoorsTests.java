package app.regulars.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.search.SiteSearch;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import app.regulars.testing.WithStaff;

/** Both doors on the same record. */
@RegularsTest
@WithStaff
class InquiryDoorsTests {

    private static final String SECRET = "third chipped Dory zwartnoot this month";

    @Autowired
    MyInquiries mine;
    @Autowired
    InquiryDesk desk;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    SiteSearch search;
    @Autowired
    JdbcTemplate jdbc;

    CustomerId amelie;
    CustomerId owen;
    final StaffId ellen = StaffId.next();
    final StaffId mara = StaffId.next();

    @BeforeEach
    void people() {
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        owen = customers.obtain("owen-" + UUID.randomUUID() + "@example.com", "Owen Chiasson", null, null, Locale.CANADA_FRENCH, "test");
    }

    @Test
    void whatIsNotMineIsNotFound() {
        var number = ask("Two mugs are chipped.");
        assertThat(mine.conversation(amelie, number).messages()).hasSize(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.conversation(owen, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.reply(owen, number, "Me too", key()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.close(owen, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.conversation(owen, new InquiryNumber("INQ-999999")));
        assertThat(mine.list(owen, 10)).isEmpty();
        jdbc.update("update inquiry set order_number = 'HL-1' where number = ?", number.value());
        assertThat(mine.aboutOrder(owen, "HL-1")).isEmpty();
    }

    @Test
    void anOrderThatIsNotTheAskersIsLeftAway() {
        assertThat(mine.conversation(amelie, ask("What about HL-1?")).inquiry().orderNumber()).isNull();
    }

    @Test
    void aCustomerNeverSeesANote() {
        var number = ask("Two mugs are chipped.");
        desk.note(number, SECRET, key(), ellen);
        reply(number, "Two new ones leave today.");
        assertThat(mine.conversation(amelie, number).toString()).doesNotContain(SECRET);
        jdbc.update("update inquiry set order_number = 'HL-1' where number = ?", number.value());
        assertThat(mine.aboutOrder(amelie, "HL-1").toString()).contains("Two new ones").doesNotContain(SECRET);
        assertThat(mine.list(amelie, 10).toString()).doesNotContain(SECRET);
        assertThat(desk.find(number).notes()).extracting(InquiryFile.InternalNote::body).containsExactly(SECRET);
        awaitMails(number, 2);
        assertThat(jdbc.queryForList("select html from outbox_message where html like ?", String.class, "%" + number + "%"))
                .hasSize(2).noneMatch(html -> html.contains(SECRET));
        for (var audience : List.of("inquiries:" + amelie, "customer:" + amelie, "staff", "public")) {
            assertThat(search.find(new SiteSearch.Question("zwartnoot", Set.of("inquiry"), List.of(), Set.of(audience), Locale.CANADA, 0, 10, true)).total())
                    .as("found by nobody by its words").isZero();
        }
    }

    @Test
    void whoeverIsSlowerIsShownWhatCameInBetween() {
        var number = ask("Two mugs are chipped.");
        var read = desk.find(number).version();
        mine.reply(amelie, number, "Never mind, only one is.", key());
        var deed = desk.reply(number, read, "Two new ones leave today.", InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen);
        assertThat(deed).isInstanceOfSatisfying(Deed.ChangedMeanwhile.class, changed -> assertThat(changed.now().messages())
                .extracting(PublicMessage::body).endsWith("Never mind, only one is."));
        assertThat(mine.conversation(amelie, number).messages()).as("nothing was sent").hasSize(2);
    }

    @Test
    void aNoteOfAColleagueIsSeenBeforeAnAnswerLeaves() {
        var number = ask("Two mugs are chipped.");
        var read = desk.find(number).version();
        desk.note(number, SECRET, key(), mara);
        assertThat(desk.reply(number, read, "Hello", InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen)).isInstanceOf(Deed.ChangedMeanwhile.class);
    }

    @Test
    void ofTwoAnswersInTheSameMomentOneLeaves() throws Exception {
        var number = ask("Two mugs are chipped.");
        var read = desk.find(number).version();
        var together = new CyclicBarrier(2);
        var context = new SecurityContextImpl(SecurityContextHolder.getContext().getAuthentication());
        Callable<Deed> answer = () -> {
            SecurityContextHolder.setContext(context);
            together.await();
            return desk.reply(number, read, "Hello", InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen);
        };
        var one = new FutureTask<>(answer);
        var other = new FutureTask<>(answer);
        Thread.ofVirtual().start(one);
        Thread.ofVirtual().start(other);
        assertThat(new Deed[] {one.get(), other.get()}).hasOnlyElementsOfTypes(Deed.Done.class, Deed.ChangedMeanwhile.class)
                .hasAtLeastOneElementOfType(Deed.Done.class).hasAtLeastOneElementOfType(Deed.ChangedMeanwhile.class);
        assertThat(mine.conversation(amelie, number).messages()).hasSize(2);
    }

    @Test
    void aButtonPressedTwiceAsksAndAnswersOnce() {
        var key = key();
        var form = new NewInquiry(null, "Two mugs are chipped.", null, "HL-1", null, key);
        assertThat(mine.ask(amelie, form)).isEqualTo(mine.ask(amelie, form));
        var number = mine.ask(amelie, form);
        var again = key();
        mine.reply(amelie, number, "Hello?", again);
        mine.reply(amelie, number, "Hello?", again);
        assertThat(mine.conversation(amelie, number).messages()).hasSize(2);
    }

    @Test
    void aVisitorIsAskedForAnAddressThatCanBeAnswered() {
        var form = new NewInquiry(null, "Do you roast on Mondays?", null, null, null, key());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.askAsVisitor("Zoé", "zoe@nowhere", Locale.CANADA, form))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.askAsVisitor(" ", "zoe@example.com", Locale.CANADA, form))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"));
        var number = mine.askAsVisitor("Zoé", "zoe-" + UUID.randomUUID() + "@example.com", Locale.CANADA, form);
        assertThat(desk.find(number).signedIn()).isFalse();
    }

    @Test
    void theDeskIsClosedToCustomers() {
        var number = ask("Two mugs are chipped.");
        var staff = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken("amelie", "", "ROLE_CUSTOMER")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.find(number));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.note(number, "x", key(), ellen));
        SecurityContextHolder.setContext(staff);
    }

    private InquiryNumber ask(String text) {
        return mine.ask(amelie, new NewInquiry(null, text, InquiryType.COMPLAINT, "HL-1", null, key()));
    }

    private void reply(InquiryNumber number, String text) {
        assertThat(desk.reply(number, desk.find(number).version(), text, InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen)).isInstanceOf(Deed.Done.class);
    }

    private void awaitMails(InquiryNumber number, int count) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (jdbc.queryForObject("select count(*) from outbox_message where html like ?", Integer.class, "%" + number + "%") < count
                && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
