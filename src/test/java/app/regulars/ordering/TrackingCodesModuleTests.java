package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A guest without the link: number and address bring a code, the code brings the page, and nobody learns anything by trying. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class TrackingCodesModuleTests {

    /** On invoice, due in thirty days. */
    private static final Duration LASTS = Duration.ofDays(30L + OrderLinks.DAYS);
    private static final Pattern CODE = Pattern.compile(">(\\d{3}) (\\d{3})<");

    @Autowired Shopping shopping;
    @Autowired TrackingCodes codes;
    @Autowired Tracking tracking;
    @Autowired OrderDesk desk;
    @Autowired MyOrders mine;
    @Autowired JdbcTemplate jdbc;
    @Autowired List<PublicPages> pages;

    private OrderNumber number;
    private String email;

    @BeforeEach
    void order() {
        // a place of its own for every test, as the limits count by it
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(UUID.randomUUID().toString());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var customer = shopping.customer("guest");
        number = shopping.order(customer, List.of(), new Prices.Wish(shopping.product("mug", "standard", "24.00", 10), 1));
        email = "guest-" + UUID.randomUUID() + "@example.com";
        jdbc.update("update sales_order set contact_email = ? where number = ?", email, number.value());
    }

    @Test
    void opensThePageOnceWithTheMailedCodeAndShowsWhatStaffSee() {
        var ticket = codes.ask(number.value().toLowerCase(Locale.ROOT), email.toUpperCase(Locale.ROOT), Locale.CANADA);
        var code = mailed(ticket);
        assertThat(codes.token(UUID.randomUUID(), code)).isEmpty();
        var token = codes.token(ticket, code.substring(0, 3) + " " + code.substring(3));
        assertThat(token).isPresent();
        assertThat(codes.token(ticket, code)).isEmpty();
        var staff = desk.find(number);
        var track = tracking.of(token.get()).orElseThrow();
        assertThat(track.status()).isEqualTo(staff.status()).isEqualTo(track.order().status()).isEqualTo(mine.find(staff.summary().customer(), number).status());
    }

    @Test
    void asksTheSameOfEverybodyAndMailsOnlyToTheOrdersOwnAddress() {
        var other = codes.ask(number.value(), "somebody-else-" + UUID.randomUUID() + "@example.com", Locale.CANADA);
        var none = codes.ask("HL-99999999", email, Locale.CANADA);
        var right = codes.ask(number.value(), email, Locale.CANADA);
        mailed(right);
        for (var ticket : List.of(other, none)) {
            assertThat(jdbc.queryForObject("select count(*) from outbox_message where message_key = ?", Integer.class, "order-code:" + ticket)).isZero();
            assertThat(jdbc.queryForObject("select count(*) from tracking_code where id = ?", Integer.class, Columns.bytes(ticket))).isEqualTo(1);
            assertThat(codes.token(ticket, "")).isEmpty();
            assertThat(codes.token(ticket, "000000")).isEmpty();
        }
        assertThat(jdbc.queryForList("select recipient from outbox_message where kind = 'order.code' and message_key = ?", String.class, "order-code:" + right)).containsExactly(email);
    }

    @Test
    void takesFewTriesAndNoOldCode() {
        var ticket = codes.ask(number.value(), email, Locale.CANADA);
        var code = mailed(ticket);
        var wrong = code.equals("123456") ? "654321" : "123456";
        for (int i = 0; i < TrackingCodes.TRIES; i++) {
            assertThat(codes.token(ticket, wrong)).isEmpty();
        }
        assertThat(codes.token(ticket, code)).isEmpty();
        var late = codes.ask(number.value(), email, Locale.CANADA);
        var second = mailed(late);
        jdbc.update("update tracking_code set expires_at = asked_at where id = ?", Columns.bytes(late));
        assertThat(codes.token(late, second)).isEmpty();
    }

    @Test
    void aLinkEndsAfterTheLastStepAndIsOpenedAnewByACodeForAFewDays() {
        var token = desk.find(number).trackToken();
        in(LASTS.minusDays(1), () -> assertThat(tracking.of(token)).isPresent());
        var late = LASTS.plusDays(20);
        in(late, () -> {
            assertThat(tracking.of(token)).isEmpty();
            assertThat(tracking.isOver(token)).isTrue();
            assertThat(tracking.isOver("A".repeat(22))).as("never was one").isFalse();
            assertThat(tracking.isReplaced(token)).as("days made an end of it").isFalse();
            assertThat(over(token)).contains(String.valueOf(tracking.days()));
            var ticket = codes.ask(number.value(), email, Locale.CANADA);
            var fresh = codes.token(ticket, mailed(ticket)).orElseThrow();
            assertThat(fresh).isNotEqualTo(token);
            assertThat(tracking.of(fresh)).isPresent();
            assertThat(tracking.of(token)).as("the old one stays closed").isEmpty();
            assertThat(tracking.isOver(token)).as("and says so").isTrue();
            assertThat(tracking.isReplaced(token)).isTrue();
            assertThat(tracking.isReplaced(fresh)).isFalse();
            assertThat(tracking.isOver(fresh)).isFalse();
            assertThat(over(token)).as("the page of the old one says why").contains("A newer link").doesNotContain(String.valueOf(tracking.days()));
            var again = codes.ask(number.value(), email, Locale.CANADA);
            assertThat(codes.token(again, mailed(again))).as("while it is open, it is the same").contains(fresh);
        });
        var after = desk.find(number).trackToken();
        in(late.plus(OrderLinks.AGAIN), () -> assertThat(tracking.of(after)).isEmpty());
    }

    private void in(Duration later, Runnable deed) {
        BusinessClock.at(Instant.now().plus(later), deed);
    }

    @Test
    void isAskedAndTypedOnlySoOften() {
        for (int i = 0; i < 5; i++) {
            codes.ask("HL-" + i, email, Locale.CANADA);
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> codes.ask(number.value(), email, Locale.CANADA)).satisfies(no -> assertThat(no.field()).isEqualTo("email"));
        for (int i = 0; i < 20; i++) {
            codes.token(UUID.randomUUID(), "000000");
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> codes.token(UUID.randomUUID(), "000000")).satisfies(no -> assertThat(no.field()).isEqualTo("code"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> codes.ask(" ", email, Locale.CANADA)).satisfies(no -> assertThat(no.field()).isEqualTo("number"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> codes.ask("HL-1", "nobody", Locale.CANADA)).satisfies(no -> assertThat(no.field()).isEqualTo("email"));
    }

    private String over(String token) {
        return pages.stream().filter(each -> each.serves("/track/" + token)).findFirst().orElseThrow().page(new PublicRequest("/track/" + token, Map.of(), Locale.CANADA)).orElseThrow().html();
    }

    private String mailed(UUID ticket) {
        Shopping.await(() -> jdbc.queryForObject("select count(*) from outbox_message where message_key = ?", Integer.class, "order-code:" + ticket) == 1);
        var found = CODE.matcher(jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "order-code:" + ticket));
        assertThat(found.find()).isTrue();
        return found.group(1) + found.group(2);
    }
}
