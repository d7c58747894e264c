package app.regulars.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.MyInquiries;
import app.regulars.ordering.OrderDelivered;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One question after a delivery: to those who allow it, once; and a bad answer finds somebody. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class FollowUpModuleTests {

    private final String email = UUID.randomUUID().toString().substring(0, 8) + "@after.example";

    @Autowired
    private FollowUps followUps;
    @Autowired
    private FollowUpAnswers answers;
    @Autowired
    private FollowUpDesk desk;
    @Autowired
    private MyInquiries inquiries;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private SpokenConsents consents;
    @Autowired
    private Texts texts;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private CustomerId me;

    @BeforeEach
    void somebody() {
        me = customers.obtain(email, "Mira Cole", null, null, Locale.CANADA, "test");
    }

    @Test
    void asksOnceOfThoseWhoAllowItAndABadAnswerOpensAnInquiry() {
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", true);
        var delivered = delivered(8);
        followUps.plan(delivered);
        followUps.plan(delivered);
        followUps.ask();
        followUps.ask();
        assertThat(mails()).isEqualTo(1);
        var html = jdbc.queryForObject("select html from outbox_message where recipient = ?", String.class, email);
        assertThat(html).doesNotContain(delivered.number().value());
        var token = html.replaceAll("(?s).*/after/([A-Za-z0-9_-]+).*", "$1");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> answers.look("x".repeat(43)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> answers.answer(token, "6", "", Locale.CANADA));
        answers.answer(token, "1", "Cold coffee.", Locale.CANADA);
        answers.answer(token, "5", "Changed my mind", Locale.CANADA);
        assertThat(answers.look(token)).isEqualTo(new FollowUpAnswers.Asked(1, false));
        assertThat(inquiries.list(me, 10)).hasSize(1);
        assertThat(desk.answers(1)).filteredOn(answer -> answer.customer().equals(me)).singleElement().satisfies(answer -> {
            assertThat(answer.words()).isEqualTo("Cold coffee.");
            assertThat(answer.inquiry()).isNotNull();
        });
        assertThat(desk.stand().months().getFirst()).satisfies(month -> {
            assertThat(month.bad()).isPositive();
            assertThat(month.sent()).isGreaterThanOrEqualTo(month.answered());
        });
    }

    @Test
    void oneOfFourIsAQuarter() {
        assertThat(texts.get(Locale.CANADA, "returning.causes.percent", "share", 1 * 1.0 / 4)).isEqualTo("25.0%");
        assertThat(texts.get(Locale.CANADA_FRENCH, "returning.causes.percent", "share", 1 * 1.0 / 4)).startsWith("25,0").endsWith("%");
    }

    @Test
    void aLinkIsOverAfterAMonthAndTwoAnswersAtOnceAreOne() throws Exception {
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", true);
        followUps.plan(delivered(8));
        followUps.ask();
        var token = jdbc.queryForObject("select html from outbox_message where recipient = ?", String.class, email).replaceAll("(?s).*/after/([A-Za-z0-9_-]+).*", "$1");
        jdbc.update("update follow_up set expires_at = ? where customer_id = ?", Columns.utc(clock.instant().minusSeconds(1)), Columns.bytes(me.value()));
        assertThat(answers.look(token).over()).isTrue();
        answers.answer(token, "1", "Too late", Locale.CANADA);
        assertThat(inquiries.list(me, 10)).isEmpty();
        jdbc.update("update follow_up set expires_at = ? where customer_id = ?", Columns.utc(clock.instant().plusSeconds(600)), Columns.bytes(me.value()));
        var presses = java.util.stream.IntStream.range(0, 8).<java.util.concurrent.Callable<Void>>mapToObj(i -> () -> {
            answers.answer(token, "2", "Cold.", Locale.CANADA);
            return null;
        }).toList();
        try (var at = Executors.newFixedThreadPool(8)) {
            at.invokeAll(presses);
        }
        assertThat(inquiries.list(me, 10)).hasSize(1);
        assertThat(answers.look(token).given()).isEqualTo(2);
    }

    @Test
    void asksWhoMayBeAskedAtTheMomentOfAskingAndNotWhoSaidSoEarlier() {
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", true);
        followUps.plan(delivered(8));
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", false);
        followUps.ask();
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", true);
        followUps.ask();
        assertThat(mails()).as("once no, the question is not kept for later").isZero();
    }

    @Test
    void asksNobodyWhoDidNotAllowItNorOfWhatIsLongPastNorTooEarly() {
        followUps.plan(delivered(8));
        followUps.ask();
        assertThat(mails()).as("no consent").isZero();
        consents.say(me, FollowUps.PURPOSE, Locale.CANADA, "test", true);
        followUps.plan(delivered(100));
        followUps.plan(delivered(1));
        followUps.ask();
        assertThat(mails()).isZero();
        desk.change(false, "7", StaffId.next());
        try {
            followUps.plan(delivered(8));
            followUps.ask();
            assertThat(mails()).as("switched off").isZero();
        } finally {
            desk.change(true, "7", StaffId.next());
        }
    }

    private OrderDelivered delivered(int daysAgo) {
        var id = OrderId.next();
        return new OrderDelivered(id, new OrderNumber("FU-" + id.toString().substring(24)), me, clock.instant().minus(Duration.ofDays(daysAgo)));
    }

    private int mails() {
        return jdbc.queryForObject("select count(*) from outbox_message where recipient = ? and kind = 'follow-up'", Integer.class, email);
    }
}
