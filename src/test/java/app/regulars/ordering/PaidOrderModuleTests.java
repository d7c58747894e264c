package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentStatus;
import app.regulars.payment.StandInGateway;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An order that is to be paid before it leaves: kept whatever the gateway does, packed only when the money is there. */
@RegularsTest
@WithStaff
@Import(StandInGateway.Setup.class)
class PaidOrderModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Amélie Cormier", "1462 Birmingham Street", "Unit 5", "Halifax", "NS", "B3J 2J1", "CA");

    @Autowired
    Checkout checkout;
    @Autowired
    Carts carts;
    @Autowired
    MyOrders mine;
    @Autowired
    OrderDesk desk;
    @Autowired
    PackingDesk packing;
    @Autowired
    app.regulars.invoicing.Invoices invoices;
    @Autowired
    OrderPaying paying;
    @Autowired
    Goods goods;
    @Autowired
    Inventory inventory;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    StandInGateway bank;
    @Autowired
    WebApplicationContext context;
    @Autowired
    JdbcTemplate jdbc;

    final StaffId tobias = StaffId.next();
    VariantId mug;
    CustomerId amelie;

    @BeforeEach
    void shop() {
        bank.down = false;
        bank.dumb = false;
        mug = goods.article("M-" + UUID.randomUUID(), "24.00", 50);
        amelie = customers.obtain(UUID.randomUUID() + "@example.com", "Amélie", null, null, Locale.CANADA, "test");
    }

    @Test
    void waitsForItsMoneyAndIsPackedWhenItIsThere() throws Exception {
        var order = place();
        assertThat(order.byCard()).isTrue();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.pack(order.number(), tobias)).matches(refused -> refused.key().equals("ordering.refused.awaiting-payment"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.dispatch(order.number(), "van", null, tobias)).matches(refused -> refused.key().equals("ordering.refused.awaiting-payment"));
        var attempt = opened(order);
        bank.pays(attempt, total(order));
        // the gateway calls before the browser is back
        assertThat(call(attempt).getStatus()).isEqualTo(200);
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("paid")));
        assertThat(paying.of(order.trackToken()).stand().status()).isEqualTo(PaymentStatus.CAPTURED);
        call(attempt);
        paying.look(order.trackToken());
        desk.pack(order.number(), tobias);
        assertThat(mine.find(amelie, order.number()).history().stream().filter(moment -> moment.what().equals("paid"))).hasSize(1);
    }

    @Test
    void staysWhenTheGatewayIsDownAndIsPaidLaterByLink() {
        bank.down = true;
        var order = place();
        assertThat(paying.byCard(order.trackToken(), Locale.CANADA)).isInstanceOf(CardPaying.Unreachable.class);
        assertThat(mine.find(amelie, order.number()).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        bank.down = false;
        var attempt = opened(order);
        bank.pays(attempt, total(order));
        paying.look(order.trackToken());
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("paid")));
    }

    @Test
    void aDeclinedCardMayBecomeAnInvoiceAndTheGoodsLeave() {
        var order = place();
        bank.declines(opened(order), total(order));
        paying.look(order.trackToken());
        assertThat(paying.of(order.trackToken()).stand().status()).isEqualTo(PaymentStatus.DECLINED);
        paying.choose(order.trackToken(), "invoice");
        var due = paying.of(order.trackToken()).stand().dueOn();
        assertThat(due).isNotNull();
        // whoever chooses another way and then this one again has no longer to pay
        jdbc.update("update sales_order set placed_at = ? where number = ?", Columns.utc(Instant.now().minus(Duration.ofDays(40))), order.number().value());
        paying.choose(order.trackToken(), "card");
        paying.choose(order.trackToken(), "invoice");
        assertThat(paying.of(order.trackToken()).stand().dueOn()).isBefore(due);
        desk.pack(order.number(), tobias);
    }

    @Test
    void whatWasPaidGoesBackWhenTheOrderIsCanceledAlsoWhenItCameLate() {
        var order = place();
        var attempt = opened(order);
        bank.pays(attempt, total(order));
        paying.look(order.trackToken());
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("paid")));
        desk.cancel(order.number(), null, tobias);
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("refunded")));
        assertThat(bank.given(attempt, "CAD")).isEqualTo(total(order));
        var late = place();
        var second = opened(late);
        desk.cancel(late.number(), null, tobias);
        bank.pays(second, total(late));
        paying.look(late.trackToken());
        eventually(() -> mine.find(amelie, late.number()).history().stream().anyMatch(moment -> moment.what().equals("refunded")));
        assertThat(bank.given(second, "CAD")).isEqualTo(total(late));
    }

    @Test
    void isKeptAtTheBankAndTakenParcelByParcelAsInvoiced() {
        var order = place();
        var attempt = opened(order);
        bank.keeps(attempt, total(order));
        paying.look(order.trackToken());
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("paid")));
        assertThat(paying.of(order.trackToken()).stand().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(bank.taken(attempt, "CAD").isZero()).isTrue();
        var first = packing.pack(order.number(), Map.of(0, 1), tobias);
        packing.dispatch(order.number(), first, "Own van", "", null, tobias);
        eventually(() -> !bank.taken(attempt, "CAD").isZero());
        eventually(() -> invoiced(order).size() == 1);
        assertThat(bank.taken(attempt, "CAD")).isEqualTo(invoiced(order).getFirst().total()).isLessThan(total(order));
        var rest = packing.pack(order.number(), Map.of(), tobias);
        packing.dispatch(order.number(), rest, "Own van", "", null, tobias);
        eventually(() -> bank.taken(attempt, "CAD").equals(total(order)));
        eventually(() -> invoiced(order).size() == 2);
        assertThat(invoiced(order).getFirst().total().plus(invoiced(order).getLast().total())).isEqualTo(total(order));
        eventually(() -> paying.of(order.trackToken()).stand().status() == PaymentStatus.CAPTURED);
    }

    @Test
    void isNeverTakenWhenTheOrderIsCalledOff() {
        var order = place();
        var attempt = opened(order);
        bank.keeps(attempt, total(order));
        paying.look(order.trackToken());
        eventually(() -> mine.find(amelie, order.number()).history().stream().anyMatch(moment -> moment.what().equals("paid")));
        desk.cancel(order.number(), null, tobias);
        eventually(() -> paying.of(order.trackToken()).stand().held().isZero());
        assertThat(bank.taken(attempt, "CAD").isZero()).isTrue();
        assertThat(invoiced(order)).isEmpty();
    }

    private java.util.List<app.regulars.invoicing.InvoiceFile> invoiced(CheckoutResult.Placed order) {
        return invoices.of(mine.find(amelie, order.number()).summary().id());
    }

    @Test
    void isPaidByWhoeverHoldsItsLinkAndNobodyElse() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.of("no-such-link-no-such-link"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.byCard("' or 1=1 --", Locale.CANADA));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> paying.choose(place().trackToken(), "beads"));
    }

    @Test
    void opensAPaperByTheLinkOfItsMailButNotByTheTrackingLinkThatIsPassedOn() throws Exception {
        var order = place();
        paying.choose(order.trackToken(), "invoice");
        packing.dispatch(order.number(), packing.pack(order.number(), Map.of(), tobias), "Own van", "", null, tobias);
        eventually(() -> invoiced(order).size() == 1);
        var number = invoiced(order).getFirst().number();
        eventually(() -> !jdbc.queryForList("select html from outbox_message where message_key = ?", "paper:" + number).isEmpty());
        var mail = jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "paper:" + number);
        var link = Pattern.compile("/papers/[0-9a-f]+/" + number + "[.]pdf").matcher(mail);
        assertThat(link.find()).isTrue();
        assertThat(get(link.group()).getContentType()).isEqualTo("application/pdf");
        assertThat(get("/papers/" + order.trackToken() + "/" + number + ".pdf").getStatus()).isEqualTo(404);
        assertThat(get("/papers/" + "0".repeat(64) + "/" + number + ".pdf").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build().perform(MockMvcRequestBuilders.get(address)).andReturn().getResponse();
    }

    private CheckoutResult.Placed place() {
        var owner = CartOwner.of(amelie);
        carts.add(owner, mug, 2);
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", HOME, "standard", null, null, Locale.CANADA, "card");
        var result = checkout.place(owner, carts.of(owner).key(), form, null);
        assertThat(result).isInstanceOf(CheckoutResult.Placed.class);
        return (CheckoutResult.Placed) result;
    }

    private Money total(CheckoutResult.Placed order) {
        return mine.find(amelie, order.number()).total();
    }

    private UUID opened(CheckoutResult.Placed order) {
        var way = paying.byCard(order.trackToken(), Locale.CANADA);
        assertThat(way).isInstanceOf(CardPaying.Page.class);
        var address = ((CardPaying.Page) way).address();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private MockHttpServletResponse call(UUID attempt) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build()
                .perform(MockMvcRequestBuilders.post("/webhooks/payment/stand-in").content(attempt.toString()).header("Stand-In-Signature", "good")).andReturn().getResponse();
    }

    private static void eventually(BooleanSupplier what) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it should have happened by now").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
