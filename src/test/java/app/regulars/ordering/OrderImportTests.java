package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Numbers;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders of another system: as they were recorded, once, and replaced by their number. */
@RegularsTest
class OrderImportTests {

    private static final Instant THEN = Instant.parse("2010-12-01T08:26:00Z");

    @Autowired
    OrderImport orders;
    @Autowired
    MyOrders mine;
    @Autowired
    Orders all;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    Numbers numbers;
    @Autowired
    JdbcTemplate jdbc;

    CustomerId customer;
    OrderNumber number;

    @BeforeEach
    void somebody() {
        var unique = numbers.next("import-test", 1);
        customer = customers.obtain("import" + unique + "@import.invalid", "Customer " + unique, null, null, Locale.CANADA, "import");
        number = new OrderNumber("T" + unique);
    }

    @Test
    void keepsADeliveredOrderAsItWasRecorded() {
        assertThat(orders.save(List.of(order(number, false, 6, "2.55")))).isEqualTo(1);
        var file = mine.find(customer, number);
        assertThat(file.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(file.summary().placedAt()).isEqualTo(THEN);
        assertThat(file.total()).isEqualTo(Money.of("15.30", "GBP"));
        assertThat(file.lines()).singleElement().satisfies(line -> assertThat(line.name().en()).isEqualTo("WHITE HANGING HEART T-LIGHT HOLDER"));
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where message_key like ?", Integer.class, "%" + file.summary().id() + "%")).isZero();
    }

    @Test
    void replacesWhatWasImportedBeforeUnderTheSameNumber() {
        orders.save(List.of(order(number, false, 6, "2.55")));
        var before = mine.find(customer, number).summary().id();
        assertThat(orders.save(List.of(order(number, false, 8, "2.55")))).isZero();
        var after = mine.find(customer, number);
        assertThat(after.summary().id()).isEqualTo(before);
        assertThat(after.total()).isEqualTo(Money.of("20.40", "GBP"));
        assertThat(mine.list(customer, "", 0, 10).total()).isEqualTo(1);
    }

    @Test
    void aCreditCountsAgainstWhatWasSpentAndCannotBeOrderedAgain() {
        orders.save(List.of(order(number, true, -2, "2.55")));
        var file = mine.find(customer, number);
        assertThat(file.kind()).isEqualTo(OrderKind.CREDIT);
        assertThat(file.total()).isEqualTo(Money.of("-5.10", "GBP"));
        assertThat(mine.reorder(customer, number).lines()).isEmpty();
    }

    @Test
    void threeOrdersMakeARegularAndACreditIsNone() {
        orders.save(List.of(order(number, false, 1, "1.00"), order(new OrderNumber(number.value() + "-2"), false, 1, "1.00"), order(new OrderNumber(number.value() + "-C"), true, -1, "1.00")));
        assertThat(stage()).isEqualTo("customer");
        orders.save(List.of(order(new OrderNumber(number.value() + "-3"), false, 1, "1.00")));
        assertThat(stage()).isEqualTo("regular");
        assertThat(jdbc.queryForObject("select changed_at from customer_stage_change where customer_id = ? and to_stage = 'regular'", java.time.LocalDateTime.class,
                Columns.bytes(customer.value()))).isEqualTo(Columns.utc(THEN));
    }

    private String stage() {
        return jdbc.queryForObject("select stage from customer where id = ?", String.class, Columns.bytes(customer.value()));
    }

    @Test
    void refusesANumberTwiceInOneBatch() {
        assertThatIllegalArgumentException().isThrownBy(() -> orders.save(List.of(order(number, false, 1, "1.00"), order(number, false, 2, "1.00"))));
        assertThat(all.find(number)).isEmpty();
    }

    private ImportedOrder order(OrderNumber number, boolean credit, int quantity, String each) {
        return new ImportedOrder(number, customer, "Customer", THEN, "GBP", credit,
                List.of(new ImportedOrder.Line("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", null, quantity, Money.of(each, "GBP"))), null, null, "GB", null, null);
    }
}
