package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.payment.Payments;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goods are kept for an unpaid order for a while, its customer is reminded once, and then it calls itself off. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class UnpaidOrdersModuleTests {

    @Autowired Shopping shopping;
    @Autowired Checkout checkout;
    @Autowired UnpaidOrders unpaid;
    @Autowired OrderDesk desk;
    @Autowired MyOrders mine;
    @Autowired Payments payments;
    @Autowired Inventory inventory;
    @Autowired Shop shop;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    private final StaffId tobias = StaffId.next();
    private VariantId mug;
    private CustomerId amelie;
    private OrderNumber number;

    @BeforeEach
    void order() {
        shop.set("bank-account", "004 12345 678");
        shop.set("unpaid-days", "5");
        mug = shopping.product("mug", "standard", "24.00", 10);
        amelie = shopping.customer("amelie");
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", null, Shopping.HALIFAX, "standard", null, null, Locale.CANADA).paidBy("transfer");
        number = ((CheckoutResult.Placed) checkout.place(new NewOrder(UUID.randomUUID(), amelie, amelie, List.of(new Prices.Wish(mug, 4)), form, null, "web"))).number();
    }

    @AfterEach
    void asBefore() {
        jdbc.update("delete from shop_setting where setting_key in ('bank-account', 'unpaid-days')");
        shop.set("unpaid-reminder-days", "");
    }

    @Test
    void remindsOnceAndCallsOffWhenTheTimeIsOver() {
        var until = desk.find(number).payUntil();
        assertThat(until).isBetween(clock.instant().plus(Duration.ofDays(5)).minusSeconds(60), clock.instant().plus(Duration.ofDays(5)));
        assertThat(mine.find(amelie, number).payUntil()).isEqualTo(until);
        unpaid.look();
        assertThat(happened("reminded")).isZero();

        ends(Duration.ofHours(30));
        unpaid.look();
        unpaid.look();
        assertThat(happened("reminded")).isEqualTo(1);
        Shopping.await(() -> mails("order.unpaid") == 1);
        assertThat(available()).isEqualTo(6);

        ends(Duration.ofMinutes(-1));
        unpaid.look();
        unpaid.look();
        assertThat(mine.find(amelie, number).status()).isEqualTo(OrderStatus.CANCELED).isEqualTo(desk.find(number).status());
        assertThat(available()).isEqualTo(10);
        assertThat(happened("unpaid")).isEqualTo(1);
        assertThat(desk.find(number).history().getLast().actor()).isEqualTo("system");
        assertThat(payments.of(id()).orElseThrow().closed()).isTrue();
        Shopping.await(() -> mails("order.canceled") == 1);
        assertThat(jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "order-canceled:" + id())).contains("payment did not come in");
    }

    @Test
    void keepsWhatIsPaidHeldOrGivenMoreTime() {
        desk.payLater(number, tobias);
        assertThat(happened("pay-later")).isEqualTo(1);
        assertThat(mine.find(amelie, number).history()).noneMatch(moment -> moment.what().equals("pay-later"));
        desk.hold(number, "the transfer is under way, she says", null, tobias);
        ends(Duration.ofMinutes(-1));
        unpaid.look();
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        payments.received(id());
        desk.lift(number, tobias);
        unpaid.look();
        Shopping.await(() -> desk.find(number).status() == OrderStatus.PLACED);
        unpaid.look();
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.PLACED);
        assertThat(desk.find(number).payUntil()).isNull();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.payLater(number, tobias));
        assertThat(available()).isEqualTo(6);
    }

    @Test
    void givesAnEndToOrdersThatHadNone() {
        jdbc.update("update sales_order set pay_until = null where number = ?", number.value());
        unpaid.look();
        assertThat(desk.find(number).payUntil()).isAfter(clock.instant().plus(Duration.ofDays(4)));
    }

    private void ends(Duration from) {
        jdbc.update("update sales_order set pay_until = ? where number = ?", Columns.utc(clock.instant().plus(from)), number.value());
    }

    private UUID id() {
        return desk.find(number).summary().id().value();
    }

    private int available() {
        return inventory.available(List.of(mug)).get(mug);
    }

    private long happened(String what) {
        return desk.find(number).history().stream().filter(moment -> moment.what().equals(what)).count();
    }

    private int mails(String kind) {
        return jdbc.queryForObject("select count(*) from outbox_message where kind = ? and message_key like ?", Integer.class, kind, "%" + id() + "%");
    }
}
