package app.regulars.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.testing.RegularsTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Stripe's own client against a stand-in of its API: kept, taken in parts, let go, given back, whatever gets lost on the way. */
@RegularsTest
class StripeModuleTests {

    private static final StripeStandIn STRIPE = new StripeStandIn();
    private static final Money SUM = Money.of("48.30", "CAD");

    @Autowired
    Payments payments;
    @Autowired
    CardPaying cards;
    @Autowired
    Errands errands;
    @Autowired
    PaymentProblems problems;
    @Autowired
    PaymentRepository rows;
    @Autowired
    PaymentAttemptRepository attempts;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Clock clock;
    MockMvc web;
    UUID order;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        properties.add("regulars.payment.stripe.secret-key", () -> "sk_test_of_a_test");
        properties.add("regulars.payment.stripe.webhook-secret", () -> StripeStandIn.SECRET);
        properties.add("regulars.payment.stripe.address", STRIPE::address);
        properties.add("regulars.payment.stripe.patience", () -> "PT2S");
    }

    @AfterAll
    static void close() {
        STRIPE.close();
    }

    @BeforeEach
    void due(@Autowired WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
        STRIPE.reset();
        order = UUID.randomUUID();
        payments.begin(order, "HL-" + order.toString().substring(0, 8), SUM, "card", null);
    }

    @Test
    void isOfferedWhereItIsSetUpAndSpeaksTheBuyersLanguage() {
        assertThat(payments.methods()).contains("card");
        var page = opened();
        assertThat(STRIPE.sessions.get(page)).containsEntry("locale", "fr-CA").containsEntry("amount_total", 4_830L).containsEntry("currency", "cad")
                .containsEntry("capture_method", "manual");
        // the same page again, and not a second one
        assertThat(opened()).isEqualTo(page);
        assertThat(STRIPE.times("POST /v1/checkout/sessions")).isEqualTo(1);
    }

    @Test
    void isKeptThenTakenInPartsAndTheRestLetGo() {
        var intent = kept();
        assertThat(stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(stand().held()).isEqualTo(SUM);
        assertThat(stand().heldUntil()).isAfter(clock.instant().plus(Duration.ofDays(6)));
        assertThat(stand().open().isZero()).isTrue();
        earned("20.00", false);
        assertThat(stand().captured()).isEqualTo(cad("20.00"));
        assertThat(stand().held()).isEqualTo(cad("28.30"));
        assertThat(stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        // told again, and late
        earned("20.00", false);
        earned("15.00", false);
        assertThat(stand().captured()).isEqualTo(cad("20.00"));
        earned("40.10", true);
        assertThat(stand().captured()).isEqualTo(cad("40.10"));
        assertThat(stand().held().isZero()).isTrue();
        assertThat(STRIPE.intents.get(intent)).containsEntry("status", "succeeded").containsEntry("amount_received", 4_010L);
        assertThat(kinds()).containsExactly("AUTHORIZED", "CAPTURED", "CAPTURED", "VOIDED");
    }

    @Test
    void takesAllAtOnceWhereTheBankAllowsOneStepOnly() {
        STRIPE.inSteps = false;
        kept();
        earned("20.00", false);
        assertThat(stand().captured()).isEqualTo(SUM);
        earned("48.30", true);
        assertThat(stand().captured()).isEqualTo(SUM);
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void isLetGoWhenTheOrderIsCalledOff() {
        var intent = kept();
        payments.cancel(order);
        payments.cancel(order);
        errands.send(Duration.ZERO);
        assertThat(STRIPE.intents.get(intent)).containsEntry("status", "canceled").containsEntry("amount_received", 0L);
        assertThat(stand().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(stand().held().isZero()).isTrue();
    }

    @Test
    void takesOnceThoughTheAnswerNeverCame() {
        var intent = kept();
        STRIPE.dumb = true;
        earned("20.00", false);
        assertThat(stand().captured().isZero()).isTrue();
        assertThat(STRIPE.intents.get(intent)).containsEntry("amount_received", 0L);
        STRIPE.dumb = false;
        var page = jdbc.queryForObject("select count(*) from payment_attempt a join payment p on p.id = a.payment_id where p.reference = ? and a.kind = 'CAPTURE' and a.state = 'OPEN'",
                Integer.class, Columns.bytes(order));
        assertThat(page).isEqualTo(1);
        errands.send(Duration.ZERO);
        errands.send(Duration.ZERO);
        assertThat(STRIPE.intents.get(intent)).containsEntry("amount_received", 2_000L);
        assertThat(stand().captured()).isEqualTo(cad("20.00"));
    }

    @Test
    void findsWhatWasPaidWhenTheLineBrokeAfterwards() throws Exception {
        var page = opened();
        STRIPE.pays(page);
        STRIPE.dumb = true;
        assertThat(cards.look(order)).isFalse();
        assertThat(cards.open(order, "https://shop.example/pay", Locale.ENGLISH)).isInstanceOf(CardPaying.Unreachable.class);
        // Stripe calls while it cannot be asked: it is told to call again
        assertThat(call(STRIPE.event("checkout.session.completed", page), Instant.now())).isEqualTo(503);
        STRIPE.dumb = false;
        cards.reconcile(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(kinds()).containsExactly("AUTHORIZED");
    }

    @Test
    void isToldBeforeTheBrowserReturnsTenTimesAndInReverse() throws Exception {
        var page = opened();
        var events = new ArrayList<String>();
        var refused = STRIPE.declines(page, "insufficient_funds");
        events.add(STRIPE.event("payment_intent.payment_failed", refused));
        var intent = STRIPE.pays(page);
        events.add(STRIPE.event("payment_intent.amount_capturable_updated", intent));
        events.add(STRIPE.event("checkout.session.completed", page));
        STRIPE.captureAll(intent);
        events.add(STRIPE.event("payment_intent.succeeded", intent));
        for (var turn = 0; turn < 10; turn++) {
            for (var event : events.reversed()) {
                assertThat(call(event, Instant.now())).isEqualTo(200);
            }
        }
        assertThat(stand().captured()).isEqualTo(SUM);
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(kinds()).containsExactly("AUTHORIZED", "CAPTURED");
        cards.look(order);
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void believesNoSignatureThatIsWrongOrOld() throws Exception {
        var page = opened();
        STRIPE.pays(page);
        var event = STRIPE.event("checkout.session.completed", page);
        assertThat(call(event, Instant.now().minus(Duration.ofHours(1)))).isEqualTo(400);
        assertThat(post(event, StripeStandIn.signature(event, "whsec_of_somebody", Instant.now()))).isEqualTo(400);
        assertThat(post(event + " ", StripeStandIn.signature(event, StripeStandIn.SECRET, Instant.now()))).isEqualTo(400);
        assertThat(post(event, "")).isEqualTo(400);
        assertThat(stand().status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void aDeclinedCardMayBeFollowedByAnotherOnTheSamePage() {
        var page = opened();
        STRIPE.declines(page, "insufficient_funds");
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(stand().problem()).isEqualTo("insufficient");
        assertThat(opened()).isEqualTo(page);
        STRIPE.pays(page);
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(stand().problem()).isNull();
    }

    @Test
    void losesNothingWhileStripeIsDownAndStaffSeeIt() {
        STRIPE.down = true;
        assertThat(cards.open(order, "https://shop.example/pay", Locale.ENGLISH)).isInstanceOf(CardPaying.Unreachable.class);
        assertThat(stand().open()).isEqualTo(SUM);
        assertThat(listed()).contains("down");
        STRIPE.down = false;
        STRIPE.pays(opened());
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(listed()).isEmpty();
        assertThat(attempts.findByPaymentIdOrderByAskedAt(rows.findByReference(order).orElseThrow().id())).hasSize(1);
    }

    @Test
    void givesBackOnceUnderOneKey() {
        var intent = kept();
        earned("48.30", true);
        STRIPE.dumb = true;
        payments.refund(order, cad("8.30"), "chipped");
        errands.send(Duration.ZERO);
        assertThat(stand().refunded().isZero()).isTrue();
        STRIPE.dumb = false;
        errands.send(Duration.ZERO);
        errands.send(Duration.ZERO);
        assertThat(STRIPE.given(intent)).isEqualTo(830);
        assertThat(stand().refunded()).isEqualTo(cad("8.30"));
        payments.cancel(order);
        errands.send(Duration.ZERO);
        assertThat(STRIPE.given(intent)).isEqualTo(4_830);
        assertThat(stand().status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void aRefundThatTakesDaysIsNotMadeTwice() {
        var intent = kept();
        earned("48.30", true);
        STRIPE.refunding = "pending";
        payments.refund(order, cad("8.30"), "chipped");
        errands.send(Duration.ZERO);
        // Stripe forgets keys after a day
        STRIPE.answered.clear();
        errands.send(Duration.ZERO);
        assertThat(STRIPE.given(intent)).isEqualTo(830);
        assertThat(stand().refunded().isZero()).isTrue();
        STRIPE.refunds.get(intent).forEach(refund -> refund.put("status", "succeeded"));
        errands.send(Duration.ZERO);
        assertThat(stand().refunded()).isEqualTo(cad("8.30"));
    }

    @Test
    void whatTheBankWillNotGiveBackIsSeen() {
        var intent = kept();
        earned("48.30", true);
        STRIPE.refunding = "refused";
        payments.refund(order, cad("8.30"), "chipped");
        errands.send(Duration.ZERO);
        assertThat(stand().refunded().isZero()).isTrue();
        assertThat(listed()).containsExactly("refused");
        // somebody tries once more, and the bank does it
        STRIPE.refunding = "succeeded";
        payments.refund(order, cad("8.30"), "chipped");
        errands.send(Duration.ZERO);
        assertThat(STRIPE.given(intent)).isEqualTo(830);
        assertThat(stand().refunded()).isEqualTo(cad("8.30"));
        assertThat(listed()).isEmpty();
    }

    @Test
    void watchesThatWhatIsKeptDoesNotLapseUnseen() {
        var intent = kept();
        jdbc.update("update payment set held_until = ? where reference = ?", Columns.utc(clock.instant().plus(Duration.ofHours(30))), Columns.bytes(order));
        assertThat(listed()).contains("lapsing");
        STRIPE.lapses(intent);
        jdbc.update("update payment set held_until = ? where reference = ?", Columns.utc(clock.instant().minusSeconds(5)), Columns.bytes(order));
        cards.watchHolds();
        assertThat(stand().held().isZero()).isTrue();
        assertThat(stand().open()).isEqualTo(SUM);
        assertThat(kinds()).containsExactly("AUTHORIZED", "VOIDED");
        // goods leave all the same: nothing is there to take, and it shows
        earned("48.30", true);
        assertThat(stand().captured().isZero()).isTrue();
    }

    @Test
    void whatIsPaidThereForNothingOfOursIsLookedAtBySomebody() throws Exception {
        var page = opened();
        var intent = STRIPE.pays(page);
        STRIPE.captureAll(intent);
        STRIPE.intents.get(intent).put("metadata", Map.of());
        assertThat(call(STRIPE.event("payment_intent.succeeded", intent), Instant.now())).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from payment_stray where external_id like ?", Integer.class, intent + "%")).isEqualTo(1);
    }

    private String kept() {
        var intent = STRIPE.pays(opened());
        cards.look(order);
        return intent;
    }

    private void earned(String inAll, boolean last) {
        payments.earned(order, cad(inAll), last);
        errands.send(Duration.ZERO);
    }

    private String opened() {
        var way = cards.open(order, "https://shop.example/pay", Locale.CANADA_FRENCH);
        assertThat(way).isInstanceOf(CardPaying.Page.class);
        var address = ((CardPaying.Page) way).address();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private int call(String event, Instant at) throws Exception {
        return post(event, StripeStandIn.signature(event, StripeStandIn.SECRET, at));
    }

    private int post(String event, String signature) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/webhooks/payment/stripe").content(event.getBytes(StandardCharsets.UTF_8)).header("Stripe-Signature", signature)).andReturn()
                .getResponse().getStatus();
    }

    private PaymentStand stand() {
        return payments.of(order).orElseThrow();
    }

    private List<String> kinds() {
        return jdbc.queryForList("select e.kind from payment_entry e join payment p on p.id = e.payment_id where p.reference = ? order by e.position", String.class,
                Columns.bytes(order));
    }

    private List<String> listed() {
        return problems.list(clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate()).stream().filter(problem -> problem.id().equals(order)).map(PaymentProblem::kind).toList();
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
