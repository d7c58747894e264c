package app.regulars.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Money that is told of too early, too late, too often, or not at all ends in one right state. */
@RegularsTest
@Import(StandInGateway.Setup.class)
class PaymentModuleTests {

    private static final Money SUM = Money.of("48.30", "CAD");

    @Autowired
    Payments payments;
    @Autowired
    CardPaying cards;
    @Autowired
    Refunds refunds;
    @Autowired
    PaymentBook book;
    @Autowired
    PaymentRepository rows;
    @Autowired
    PaymentAttemptRepository attempts;
    @Autowired
    StandInGateway bank;
    @Autowired
    JdbcTemplate jdbc;
    MockMvc web;
    @Autowired
    Clock clock;
    @Autowired
    TransactionTemplate transaction;

    UUID order;

    @BeforeEach
    void due(@Autowired WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
        bank.down = false;
        bank.dumb = false;
        order = UUID.randomUUID();
        payments.begin(order, "HL-1", SUM, "card", null);
    }

    @Test
    void isPaidOnceHoweverOftenItIsToldAndWhoeverTells() throws Exception {
        var attempt = opened();
        bank.pays(attempt, SUM);
        // the call of the gateway comes before the browser returns, ten times, some at once
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> call(attempt.toString(), "good"));
        }
        try (var pool = Executors.newFixedThreadPool(5)) {
            for (var answer : pool.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(cards.look(order)).isTrue();
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(stand().captured()).isEqualTo(SUM);
        assertThat(entries()).isEqualTo(1);
        assertThat(cards.open(order, "/back", Locale.ENGLISH)).isInstanceOf(CardPaying.NothingToPay.class);
    }

    @Test
    void believesNobodyWhoDoesNotSign() throws Exception {
        var attempt = opened();
        bank.pays(attempt, SUM);
        assertThat(call(attempt.toString(), "bad")).isEqualTo(400);
        assertThat(stand().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(web.perform(MockMvcRequestBuilders.post("/webhooks/payment/nobody").content("x")).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void newsInReverseEndsInTheSameState() {
        var attempt = opened();
        var no = bank.declines(attempt, Money.of("48.30", "CAD"));
        var yes = bank.pays(attempt, SUM);
        var back = new Fact(Movement.REFUNDED, Money.of("8.30", "CAD"), "re-1", attempt.toString(), attempt, clock.instant(), null, true);
        var all = new ArrayList<>(List.of(no, yes, back));
        for (var round = 0; round < 3; round++) {
            Collections.reverse(all);
            all.forEach(fact -> book.write("stand-in", List.of(fact)));
        }
        assertThat(stand().status()).isEqualTo(PaymentStatus.PARTLY_REFUNDED);
        assertThat(stand().captured()).isEqualTo(SUM);
        assertThat(stand().refunded()).isEqualTo(Money.of("8.30", "CAD"));
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void findsOutWhatABrokenLineHid() {
        var attempt = opened();
        bank.pays(attempt, SUM);
        bank.dumb = true;
        assertThat(cards.look(order)).isFalse();
        assertThat(stand().status()).isEqualTo(PaymentStatus.PENDING);
        // nobody is sent to a second page while nobody knows of the first
        assertThat(cards.open(order, "/back", Locale.ENGLISH)).isInstanceOf(CardPaying.Unreachable.class);
        assertThat(attempts.findByPaymentIdOrderByAskedAt(payment().id())).hasSize(1);
        bank.dumb = false;
        cards.reconcile(clock.instant().plus(Duration.ofMinutes(3)));
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void aGatewayThatIsDownLosesNothingAndIsTriedAgain() {
        bank.down = true;
        assertThat(cards.open(order, "/back", Locale.ENGLISH)).isInstanceOf(CardPaying.Unreachable.class);
        assertThat(cards.open(order, "/back", Locale.ENGLISH)).isInstanceOf(CardPaying.Unreachable.class);
        assertThat(stand().open()).isEqualTo(SUM);
        bank.down = false;
        assertThat(opened()).isNotNull();
        assertThat(attempts.findByPaymentIdOrderByAskedAt(payment().id())).hasSize(1);
    }

    @Test
    void aDeclinedCardLeavesTheWayToAnother() {
        var first = opened();
        bank.declines(first, SUM);
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(stand().problem()).isEqualTo("declined");
        var second = opened();
        assertThat(second).isNotEqualTo(first);
        bank.pays(second, SUM);
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(stand().problem()).isNull();
    }

    @Test
    void givesBackNoMoreThanCameInAndOnceOnly() {
        var attempt = paid();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> payments.refund(order, Money.of("48.31", "CAD"), "too much")).matches(refused -> refused.key().equals("payment.refused.too-much"));
        // charged back at the bank, and the answer never came
        bank.dumb = true;
        payments.refund(order, Money.of("20.00", "CAD"), "late");
        refunds.send(Duration.ZERO);
        refunds.send(Duration.ZERO);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> payments.refund(order, Money.of("28.31", "CAD"), null));
        bank.dumb = false;
        refunds.send(Duration.ZERO);
        refunds.send(Duration.ZERO);
        assertThat(stand().refunded()).isEqualTo(Money.of("20.00", "CAD"));
        assertThat(bank.given(attempt, "CAD")).isEqualTo(Money.of("20.00", "CAD"));
        payments.refund(order, Money.of("28.30", "CAD"), null);
        refunds.send(Duration.ZERO);
        assertThat(stand().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(bank.given(attempt, "CAD")).isEqualTo(SUM);
    }

    @Test
    void whatWasGivenBackIsNotToBePaidAgain() {
        var attempt = paid();
        payments.refund(order, Money.of("8.30", "CAD"), "chipped");
        refunds.send(Duration.ZERO);
        assertThat(stand().open().isZero()).as("her link takes no money").isTrue();
        assertThat(cards.open(order, "/back", Locale.ENGLISH)).isInstanceOf(CardPaying.NothingToPay.class);
        assertThat(stand().amount()).isEqualTo(Money.of("40.00", "CAD"));
        // goods for 10 come to it: these are to be paid, and nothing else
        payments.change(order, Money.of("58.30", "CAD"));
        assertThat(stand().open()).isEqualTo(Money.of("10.00", "CAD"));
        // and goods for 20 are called off, while another 5 are on their way back
        payments.refund(order, Money.of("5.00", "CAD"), "late");
        payments.change(order, Money.of("38.30", "CAD"));
        refunds.send(Duration.ZERO);
        assertThat(bank.given(attempt, "CAD")).as("8.30 and 5.00 given, and 10 of 40 too much").isEqualTo(Money.of("23.30", "CAD"));
        assertThat(stand().refundable()).isEqualTo(stand().amount()).isEqualTo(Money.of("25.00", "CAD"));
        assertThat(stand().open().isZero()).isTrue();
    }

    @Test
    void whatCameBackUnpaidIsNotAskedForAgainHoweverTheOrderChanges() {
        payments.concede(order, Money.of("20.00", "CAD"));
        assertThat(stand().open()).isEqualTo(Money.of("28.30", "CAD"));
        payments.change(order, Money.of("38.30", "CAD"));
        payments.change(order, Money.of("38.30", "CAD"));
        assertThat(stand().open()).isEqualTo(Money.of("18.30", "CAD"));
        payments.change(order, SUM);
        assertThat(stand().open()).isEqualTo(Money.of("28.30", "CAD"));
    }

    @Test
    void sixteenRefundsAtOnceNeverGiveBackMoreThanCameIn() throws Exception {
        var attempt = paid();
        var asks = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 16; i++) {
            asks.add(() -> {
                try {
                    payments.refund(order, Money.of("10.00", "CAD"), null);
                    return true;
                } catch (Refused tooMuch) {
                    return false;
                }
            });
        }
        var done = 0;
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var answer : pool.invokeAll(asks)) {
                done += answer.get() ? 1 : 0;
            }
        }
        refunds.send(Duration.ZERO);
        assertThat(done).isEqualTo(4);
        assertThat(bank.given(attempt, "CAD")).isEqualTo(Money.of("40.00", "CAD"));
        assertThat(stand().refunded()).isEqualTo(Money.of("40.00", "CAD"));
    }

    @Test
    void whatIsPaidGoesBackWhenNothingIsOwedAnyMore() {
        var attempt = paid();
        payments.change(order, Money.of("30.00", "CAD"));
        refunds.send(Duration.ZERO);
        assertThat(bank.given(attempt, "CAD")).isEqualTo(Money.of("18.30", "CAD"));
        payments.cancel(order);
        payments.cancel(order);
        refunds.send(Duration.ZERO);
        assertThat(bank.given(attempt, "CAD")).isEqualTo(SUM);
        assertThat(stand().open().isZero()).isTrue();
    }

    @Test
    void whatComesInWhileTheOrderIsCalledOffGoesBack() {
        var attempt = opened();
        bank.pays(attempt, SUM);
        transaction.executeWithoutResult(status -> {
            // whoever calls it off has read something already when the bank tells
            jdbc.queryForObject("select count(*) from payment_entry", Integer.class);
            assertThat(CompletableFuture.supplyAsync(() -> cards.look(order)).join()).isTrue();
            payments.cancel(order);
        });
        refunds.send(Duration.ZERO);
        assertThat(stand().captured()).isEqualTo(SUM);
        assertThat(bank.given(attempt, "CAD")).isEqualTo(SUM);
    }

    @Test
    void keepsWhatBelongsToNobodyForSomebodyToLookAt() {
        var stranger = UUID.randomUUID();
        var fact = new Fact(Movement.CAPTURED, SUM, "ch-" + stranger, stranger.toString(), stranger, clock.instant(), null, true);
        book.write("stand-in", List.of(fact));
        book.write("stand-in", List.of(fact));
        assertThat(jdbc.queryForObject("select count(*) from payment_stray where external_id = ?", Integer.class, "ch-" + stranger)).isEqualTo(1);
    }

    private UUID paid() {
        var attempt = opened();
        bank.pays(attempt, SUM);
        cards.look(order);
        assertThat(stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        return attempt;
    }

    private UUID opened() {
        var way = cards.open(order, "/back", Locale.ENGLISH);
        assertThat(way).isInstanceOf(CardPaying.Page.class);
        var address = ((CardPaying.Page) way).address();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private int call(String body, String signature) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/webhooks/payment/stand-in").content(body).header("Stand-In-Signature", signature)).andReturn().getResponse().getStatus();
    }

    private Payment payment() {
        return rows.findByReference(order).orElseThrow();
    }

    private PaymentStand stand() {
        return payments.of(order).orElseThrow();
    }

    private int entries() {
        return jdbc.queryForObject("select count(*) from payment_entry e join payment p on p.id = e.payment_id where p.reference = ?", Integer.class,
                app.regulars.platform.persistence.Columns.bytes(order));
    }
}
