package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer with known orders, and what was counted from them by hand; the shop stands in Halifax. */
@RegularsTest
class BuyingProfileTests {

    @Autowired
    BuyingProfiles profiles;
    @Autowired
    MyHabits mine;
    @Autowired
    OrderImport orders;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    JdbcTemplate jdbc;

    final String unique = UUID.randomUUID().toString().substring(0, 8);
    CustomerId me;

    @BeforeEach
    void somebody() {
        me = customer("me");
    }

    @Test
    void equalsWhatIsCountedByHand() {
        var twin = customer("twin");
        orders.save(List.of(order(me, 1, "2024-01-15T14:00:00Z", "CAD", tea(1)),
                order(me, 2, "2024-03-01T03:30:00Z", "CAD", tea(2), mug(1)),
                order(me, 3, "2024-06-03T18:00:00Z", "CAD", mug(2)),
                order(me, 4, "2024-06-10T18:00:00Z", "CAD", mug(-1)),
                order(me, 5, "2024-07-01T18:00:00Z", "CAD", tea(50)),
                order(twin, 6, "2024-12-14T22:00:00Z", "GBP", tea(1))));
        jdbc.update("update sales_order set status = 'CANCELED' where number = ?", number(5).value());
        customers.absorb(twin, me);

        var profile = profiles.of(me);
        assertThat(profile.orders()).isEqualTo(4);
        assertThat(profile.canceled()).isEqualTo(1);
        assertThat(profile.credits()).isEqualTo(1);
        assertThat(profile.first()).isEqualTo("2024-01-15T14:00:00Z");
        assertThat(profile.last()).isEqualTo("2024-12-14T22:00:00Z");
        // 334 days and 8 hours in three steps
        assertThat(profile.everyDays()).isEqualTo(111);
        // the second was placed on the evening of February 29 in Halifax
        assertThat(profile.months()).containsExactly(1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1);
        assertThat(profile.weekdays()).containsExactly(2, 0, 0, 1, 0, 1, 0);
        assertThat(profile.parts()).containsExactly(1, 1, 1, 1);
        assertThat(profile.average()).isEqualTo(cad("20.00"));
        assertThat(profile.largest()).isEqualTo(cad("30.00"));
        assertThat(profile.quarters()).containsExactly(new BuyingProfile.Quarter(2024, 1, cad("40.00"), 2), new BuyingProfile.Quarter(2024, 2, cad("10.00"), 1),
                new BuyingProfile.Quarter(2024, 3, cad("0.00"), 0), new BuyingProfile.Quarter(2024, 4, cad("0.00"), 1));
        assertThat(profile.lines()).isEqualTo(5);
        assertThat(profile.again()).isEqualTo(3);
        assertThat(profile.repeatShare()).isEqualTo(60);
        assertThat(profile.favorites()).extracting(each -> each.name().en(), BuyingProfile.Favorite::times, BuyingProfile.Favorite::pieces)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Tea", 3, 4), org.assertj.core.groups.Tuple.tuple("Mug", 2, 3));

        orders.save(List.of(order(me, 7, "2025-01-15T14:00:00Z", "CAD", mug(4))));
        assertThat(profiles.of(me)).satisfies(next -> {
            assertThat(next.orders()).isEqualTo(5);
            assertThat(next.average()).isEqualTo(cad("25.00"));
            assertThat(next.repeatShare()).isEqualTo(67);
        });
    }

    @Test
    void saysNothingOfWhoeverHasNotOrdered() {
        assertThat(mine.profile(me)).satisfies(none -> {
            assertThat(none.orders()).isZero();
            assertThat(none.average()).isNull();
            assertThat(none.quarters()).isEmpty();
            assertThat(none.repeatShare()).isZero();
        });
    }

    @Test
    void asksOnceAndKeepsWhatIsSaid() {
        assertThat(mine.isAsked(me)).isTrue();
        mine.notNow(me);
        assertThat(mine.isAsked(me)).isFalse();
        assertThat(mine.reason(me)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.answer(me, "", "  "));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.answer(me, "anything", null));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.answer(me, "price", "x".repeat(301)));
        mine.answer(me, "quality", "The beans.");
        mine.notNow(me);
        assertThat(profiles.reasons(me)).singleElement().satisfies(said -> assertThat(said.words()).isEqualTo("The beans."));
        var company = customer("company");
        orders.save(List.of(order(company, 8, "2024-01-15T14:00:00Z", "CAD", tea(1))));
        jdbc.update("update sales_order set placed_by = ? where number = ?", app.regulars.platform.persistence.Columns.bytes(me.value()), number(8).value());
        assertThat(profiles.reasons(company)).extracting(BuyingReason::choice).containsExactly("quality");
        assertThat(mine.reason(company)).isEmpty();
        mine.takeBack(me);
        assertThat(profiles.reasons(company)).isEmpty();
        assertThat(mine.isAsked(me)).isFalse();
    }

    private CustomerId customer(String name) {
        return customers.obtain(name + unique + "@habits.invalid", "Somebody " + Ids.next(), null, null, Locale.CANADA, "import");
    }

    private OrderNumber number(int n) {
        return new OrderNumber("H" + unique + n);
    }

    private ImportedOrder order(CustomerId customer, int n, String at, String currency, Line... lines) {
        return new ImportedOrder(number(n), customer, "Customer", Instant.parse(at), currency, lines[0].quantity() < 0, List.of(lines).stream()
                .map(line -> new ImportedOrder.Line(line.sku(), line.name(), null, line.quantity(), Money.of("10.00", currency))).toList(), null, null, "CA", null, null);
    }

    private record Line(String sku, String name, int quantity) {
    }

    private static Line tea(int quantity) {
        return new Line("TEA-1", "Tea", quantity);
    }

    private static Line mug(int quantity) {
        return new Line("MUG-1", "Mug", quantity);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
