package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.payment.Payments;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The link by which an order is paid has an end; then it says what is left to do, and pays nothing. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class PayLinkModuleTests {

    private static final Duration LONG = Duration.ofDays(OrderLinks.DAYS);

    @Autowired Shopping shopping;
    @Autowired Checkout checkout;
    @Autowired OrderPaying paying;
    @Autowired Tracking tracking;
    @Autowired OrderDesk desk;
    @Autowired Payments payments;
    @Autowired Shop shop;
    @Autowired Templates templates;
    @Autowired JdbcTemplate jdbc;

    private CustomerId amelie;

    @BeforeEach
    void bank() {
        shop.set("bank-account", "004 12345 678");
        amelie = shopping.customer("amelie");
    }

    @AfterEach
    void asBefore() {
        SecurityContextHolder.clearContext();
        jdbc.update("delete from shop_setting where setting_key in ('bank-account', 'link-days')");
        shop.set("link-days", "");
    }

    @Test
    void endsSomeTimeAfterTheDayOnWhichThePaymentIsDue() {
        var order = order("invoice");
        var token = order.trackToken();
        var due = order.payment().dueOn().atStartOfDay(shop.zone()).toInstant();
        BusinessClock.at(due.plus(LONG).minusSeconds(60), () -> {
            assertThat(paying.ended(token)).isEmpty();
            assertThat(tracking.isOver(token)).isFalse();
            assertThat(paying.of(token).stand().open()).isEqualTo(order.total());
        });
        BusinessClock.at(due.plus(LONG), () -> {
            assertThat(paying.ended(token)).contains(new OrderPaying.Ended(false, true, false, OrderLinks.DAYS));
            assertThat(tracking.isOver(token)).isTrue();
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.of(token));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.choose(token, "transfer"));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.byCard(token, Locale.CANADA));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.look(token));
            assertThat(paying.ended("A".repeat(22))).as("never was one").isEmpty();
        });
        assertThat(desk.find(order.number()).payment().method()).isEqualTo("invoice");
    }

    @Test
    void lastsAsLongAsTheShopSays() {
        shop.set("link-days", "3");
        var order = order("transfer");
        // not before its goods are given up
        var kept = order.payUntil();
        BusinessClock.at(kept.plus(Duration.ofDays(3)).minusSeconds(60), () -> assertThat(paying.of(order.trackToken()).stand().open().isZero()).isFalse());
        BusinessClock.at(kept.plus(Duration.ofDays(3)).plusSeconds(60), () -> assertThat(paying.ended(order.trackToken())).contains(new OrderPaying.Ended(false, true, false, 3)));
    }

    @Test
    void staysOpenToTheCustomerHerselfAndToNobodyElseWhoIsSignedIn() {
        var order = order("invoice");
        BusinessClock.at(Instant.now().plus(LONG.multipliedBy(3)), () -> {
            signedIn(amelie);
            assertThat(paying.ended(order.trackToken())).isEmpty();
            assertThat(paying.of(order.trackToken()).number()).isEqualTo(order.number());
            signedIn(shopping.customer("somebody"));
            assertThat(paying.ended(order.trackToken())).isPresent();
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.of(order.trackToken()));
        });
    }

    @Test
    void saysThatAnOrderIsPaidOrCanceledThenToo() {
        var paid = order("transfer");
        payments.received(paid.summary().id().value());
        Shopping.await(() -> desk.find(paid.number()).status() == OrderStatus.PLACED);
        var canceled = order("invoice");
        desk.cancel(canceled.number(), null, StaffId.next());
        BusinessClock.at(Instant.now().plus(LONG.multipliedBy(3)), () -> {
            assertThat(paying.ended(paid.trackToken())).contains(new OrderPaying.Ended(false, false, false, OrderLinks.DAYS));
            assertThat(paying.ended(canceled.trackToken())).contains(new OrderPaying.Ended(false, false, true, OrderLinks.DAYS));
        });
    }

    @Test
    void aLinkInWhosePlaceANewOneCameSaysNothingOfTheOrder() {
        var order = order("invoice");
        BusinessClock.at(Instant.now().plus(LONG.multipliedBy(3)), () -> {
            var fresh = tracking.opened(order.summary().id()).orElseThrow();
            assertThat(fresh).isNotEqualTo(order.trackToken());
            assertThat(paying.ended(fresh)).isEmpty();
            assertThat(paying.ended(order.trackToken())).contains(new OrderPaying.Ended(true, false, false, OrderLinks.DAYS));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> paying.of(order.trackToken()));
        });
    }

    @Test
    void whoeverPaysByTransferIsToldHowAtOnce() {
        var order = order("transfer");
        assertThat(thanks(order)).contains("/pay/" + order.trackToken());
        assertThat(thanks(order("invoice"))).doesNotContain("/pay/");
        payments.received(order.summary().id().value());
        Shopping.await(() -> desk.find(order.number()).status() == OrderStatus.PLACED);
        assertThat(thanks(desk.find(order.number()))).doesNotContain("/pay/");
    }

    private String thanks(OrderFile order) {
        return templates.render("ordering/done.jte", Locale.CANADA, Map.of("order", order, "signedIn", false));
    }

    private OrderFile order(String method) {
        var mug = shopping.product("mug", "standard", "24.00", 10);
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", null, Shopping.HALIFAX, "standard", null, null, Locale.CANADA).paidBy(method);
        var placed = (CheckoutResult.Placed) checkout.place(new NewOrder(UUID.randomUUID(), amelie, amelie, List.of(new Prices.Wish(mug, 2)), form, null, "web"));
        return desk.find(placed.number());
    }

    private static void signedIn(CustomerId customer) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(
                new Somebody(new SignedIn(UUID.randomUUID(), customer, null, "Amélie", "amelie@example.com")), null, "ROLE_CUSTOMER"));
    }

    private record Somebody(SignedIn signedIn) implements CurrentUser.Principal {
    }
}
