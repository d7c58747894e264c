package app.regulars.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.account.AccountOpened;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RegularsTest
@WithStaff
class IncentiveModuleTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private IncentiveDesk desk;
    @Autowired
    private MyVouchers vouchers;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    private final String email = "person-" + UUID.randomUUID() + "@welcome.example";

    @AfterEach
    void offerNothing() {
        desk.change(form(false), BY);
    }

    @Test
    void offersNothingUntilStaffSaySo() {
        var me = customer(email);
        opened(me);
        assertThat(vouchers.list(me)).isEmpty();
        assertThat(vouchers.offered()).isEmpty();
        assertThat(desk.problems(new IncentiveForm(true, "0", "", "x"))).extracting(Refused::field).containsExactly("amount", "textEn");
    }

    @Test
    void givesOneVoucherToOneAddressHoweverManyConfirmAtOnce() {
        desk.change(form(true), BY);
        var before = desk.report().getFirst();
        var me = customer(email);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                threads.submit(() -> publish(new AccountOpened(Ids.next(), me, clock.instant())));
            }
        }
        Awaitility.await().pollInSameThread().untilAsserted(() -> assertThat(desk.report().getFirst().with() + desk.report().getFirst().without())
                .isEqualTo(before.with() + before.without() + 6));
        assertThat(desk.report().getFirst().with()).isEqualTo(before.with() + 1);
        assertThat(vouchers.list(me)).singleElement().satisfies(voucher -> assertThat(voucher.worth().amount()).isEqualByComparingTo("7.50"));
    }

    @Test
    void givesNoSecondOneToSomebodyWhoWasForgottenAndComesBack() {
        desk.change(form(true), BY);
        var first = customer(email);
        opened(first);
        assertThat(vouchers.list(first)).hasSize(1);
        jdbc.update("update customer set email = ? where id = ?", "erased-" + first + "@invalid", Columns.bytes(first.value()));
        var again = customer(email);
        assertThat(again).isNotEqualTo(first);
        opened(again);
        assertThat(vouchers.list(again)).isEmpty();
        assertThat(jdbc.queryForList("select email_key from welcome_voucher", String.class)).noneMatch(key -> key.contains("@"));
    }

    @Test
    void takesAVoucherOffOneOrderOnly() {
        desk.change(form(true), BY);
        var me = customer(email);
        opened(me);
        var code = vouchers.list(me).getFirst().code();
        assertThatThrownBy(() -> desk.use(customer("other-" + email), code, "HL-1", BY)).isInstanceOf(app.regulars.platform.NotFound.class);
        desk.use(me, code, "HL-1", BY);
        assertThatThrownBy(() -> desk.use(me, code, "HL-2", BY)).isInstanceOf(Refused.class);
        assertThat(vouchers.list(me)).singleElement().satisfies(voucher -> assertThat(voucher.order()).isEqualTo("HL-1"));
    }

    private static IncentiveForm form(boolean on) {
        return new IncentiveForm(on, "7,50", "A welcome", "Une bienvenue");
    }

    private CustomerId customer(String address) {
        return customers.obtain(address, "Wendy Welcome", null, null, Locale.CANADA, "registration");
    }

    private void opened(CustomerId customer) {
        var account = Ids.next();
        publish(new AccountOpened(account, customer, clock.instant()));
        Awaitility.await().pollInSameThread().until(() -> jdbc.queryForObject("select count(*) from opened_account where account_id = ?", Long.class, (Object) Columns.bytes(account)) == 1);
    }

    private void publish(AccountOpened event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
