package app.regulars.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.DiscountSource;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A welcome voucher at the till: for whom it was given, once, and back when the order is canceled. */
@RegularsTest
class VoucherAtTheTillTests {

    @Autowired VoucherBook book;
    @Autowired VoucherDiscount discount;
    @Autowired MyVouchers mine;
    @Autowired CustomerDirectory customers;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    @Test
    void isOfferedToItsOwnerOnly() {
        var me = customer();
        var code = given(me);
        assertThat(discount.open(me, clock.instant())).extracting(DiscountSource.Offered::code).containsExactly(code);
        assertThat(discount.offered(List.of(code), me, clock.instant())).hasSize(1);
        assertThat(discount.offered(List.of(code), customer(), clock.instant())).isEmpty();
        assertThat(discount.offered(List.of(code), null, clock.instant())).isEmpty();
        assertThat(discount.use(code, customer(), UUID.randomUUID(), "HL-1", Money.of("7.50", "CAD"), clock.instant())).isFalse();
    }

    @Test
    void isUsedOnceHoweverManyOrdersWantItAtOnceAndComesBackWhenTheOrderIsCanceled() throws Exception {
        var me = customer();
        var code = given(me);
        var orders = new ArrayList<UUID>();
        var used = new AtomicInteger();
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 20; i++) {
            var order = UUID.randomUUID();
            orders.add(order);
            work.add(() -> transaction.execute(status -> discount.use(code, me, order, "HL-9", Money.of("7.50", "CAD"), clock.instant())));
        }
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var each : threads.invokeAll(work)) {
                used.addAndGet(each.get() ? 1 : 0);
            }
        }
        assertThat(used).hasValue(1);
        assertThat(mine.list(me)).singleElement().satisfies(voucher -> assertThat(voucher.order()).isEqualTo("HL-9"));
        orders.forEach(order -> discount.giveBack(order, clock.instant()));
        assertThat(mine.list(me)).singleElement().satisfies(voucher -> assertThat(voucher.isOpen()).isTrue());
        assertThat(jdbc.queryForObject("select count(*) from voucher_return r join welcome_voucher v on v.id = r.voucher_id where v.code = ?", Integer.class, code)).isEqualTo(1);
    }

    @Test
    void comesBackInPartsThatAreNeverMoreThanIt() {
        var me = customer();
        var code = given(me);
        var order = UUID.randomUUID();
        assertThat(discount.use(code, me, order, "HL-9", Money.of("7.50", "CAD"), clock.instant())).isTrue();
        assertThat(discount.giveBack(order, code, Money.of("3.34", "CAD"), clock.instant())).isEqualTo(Money.of("3.34", "CAD"));
        var part = discount.open(me, clock.instant());
        assertThat(part).singleElement().satisfies(open -> assertThat(open.worth()).isEqualTo(Money.of("3.34", "CAD")));
        assertThat(discount.giveBack(UUID.randomUUID(), code, Money.of("1.00", "CAD"), clock.instant()).isZero()).as("another order").isTrue();
        var next = UUID.randomUUID();
        assertThat(discount.use(part.getFirst().code(), me, next, "HL-10", Money.of("3.34", "CAD"), clock.instant())).isTrue();
        assertThat(discount.open(me, clock.instant())).isEmpty();
        assertThat(discount.giveBack(order, code, Money.of("9.00", "CAD"), clock.instant())).as("no more than is left").isEqualTo(Money.of("4.16", "CAD"));
        discount.giveBack(order, clock.instant());
        assertThat(discount.open(me, clock.instant())).singleElement().satisfies(open -> assertThat(open.worth()).isEqualTo(Money.of("4.16", "CAD")));
        discount.giveBack(next, clock.instant());
        assertThat(discount.open(me, clock.instant()).stream().map(DiscountSource.Offered::worth).reduce(Money.zero("CAD"), Money::plus)).isEqualTo(Money.of("7.50", "CAD"));
    }

    private String given(CustomerId customer) {
        assertThat(book.give(customer, UUID.randomUUID() + "@voucher.example", Money.of("7.50", "CAD"), clock.instant())).isTrue();
        return mine.list(customer).getFirst().code();
    }

    private CustomerId customer() {
        return customers.obtain(UUID.randomUUID() + "@voucher.example", "Wendy", null, null, Locale.CANADA, "test");
    }
}
