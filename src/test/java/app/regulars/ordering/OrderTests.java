package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import app.regulars.catalog.VariantId;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.PricedCart;
import org.junit.jupiter.api.Test;

class OrderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final StaffId tobias = StaffId.next();

    @Test
    void standsWhereItsHistorySays() {
        var order = placed();
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(order.pack(tobias, at(1))).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.PACKED);
        assertThat(order.ship(tobias, "Purolator 1", at(2))).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.deliver(tobias, at(3))).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(what(order)).containsExactly("placed", "packed", "shipped", "delivered");
    }

    @Test
    void takesEveryStepOnce() {
        var order = placed();
        order.pack(tobias, at(1));
        order.ship(tobias, null, at(2));
        order.deliver(tobias, at(3));
        assertThat(order.pack(tobias, at(4))).isFalse();
        assertThat(order.ship(tobias, null, at(4))).isFalse();
        assertThat(order.deliver(tobias, at(4))).isFalse();
        var file = order.file(null, null, List.of(), true);
        assertThat(file.packedAt()).isEqualTo(at(1));
        assertThat(file.shippedAt()).isEqualTo(at(2));
        assertThat(file.deliveredAt()).isEqualTo(at(3));
        assertThat(what(order)).hasSize(4);
    }

    @Test
    void isPackedByBeingShipped() {
        var order = placed();
        order.ship(tobias, null, at(2));
        assertThat(order.file(null, null, List.of(), true).packedAt()).isEqualTo(at(2));
    }

    @Test
    void cannotArriveBeforeItLeft() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> placed().deliver(tobias, at(1)));
    }

    @Test
    void canBeCalledOffOnlyWhileItIsHere() {
        var order = placed();
        order.pack(tobias, at(1));
        assertThat(order.cancel(tobias, "ordered twice", at(2))).isTrue();
        assertThat(order.cancel(tobias, "again", at(3))).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.pack(tobias, at(4)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.ship(tobias, null, at(4)));
        var gone = placed();
        gone.ship(tobias, null, at(1));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> gone.cancel(tobias, null, at(2)));
    }

    @Test
    void showsCustomersNeitherNotesNorWhoOfUsDidWhat() {
        var order = placed();
        order.pack(tobias, at(1));
        order.remark(tobias, "third complaint this month", at(2));
        assertThat(order.file(null, null, List.of(), true).history()).hasSize(3).last().satisfies(note -> assertThat(note.staff()).isEqualTo(tobias));
        assertThat(order.file(null, null, List.of(), false).history()).hasSize(2)
                .allSatisfy(moment -> assertThat(moment.staff()).isNull()).allSatisfy(moment -> assertThat(moment.detail()).isNull());
    }

    @Test
    void isLateFromTheDayAfterThePromiseUntilItArrives() {
        var order = placed();
        assertThat(order.file(null, null, List.of(), false).isLate(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(order.file(null, null, List.of(), false).isLate(LocalDate.of(2026, 11, 25))).isTrue();
        order.ship(tobias, null, at(1));
        order.deliver(tobias, at(80));
        assertThat(order.file(null, null, List.of(), false).isLate(LocalDate.of(2026, 11, 28))).isFalse();
    }

    @Test
    void refusesEmptyAndEndlessNotes() {
        var order = placed();
        for (var text : new String[] {null, "", "  \n ", "x".repeat(10_000)}) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.remark(tobias, text, at(1))).satisfies(refused -> assertThat(refused.field()).isEqualTo("note"));
        }
    }

    @Test
    void saysNothingOfThePersonInALog() {
        assertThat(placed().file(null, null, List.of(), true).toString()).doesNotContain("Maren").doesNotContain("Pownal");
    }

    private static List<String> what(Order order) {
        return order.file(null, null, List.of(), true).history().stream().map(OrderFile.Moment::what).toList();
    }

    private static Instant at(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static Order placed() {
        var variant = VariantId.next();
        var line = new OrderLine(variant, "M-1", "mug", "Mug", "Tasse", "", "", "/art/mug.svg", "sand", "standard", 400, 2, new BigDecimal("24.00"),
                new BigDecimal("48.00"), new BigDecimal("24.00"), BigDecimal.ZERO);
        var priced = new PricedCart(List.of(new PricedCart.Line(variant, 2, cad("24.00"), cad("24.00"), cad("48.00"), "standard")), cad("48.00"), cad("6.00"),
                List.of(new PricedCart.Tax("HST", new BigDecimal("0.15"), cad("8.10"))), cad("62.10"));
        var form = new CheckoutForm("Maren Gallant", "The Quiet Oar Café", "maren@example.com", null,
                new PostalAddress("Maren Gallant", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA"), "van", null, null, Locale.CANADA);
        return new Order(OrderId.next(), new OrderNumber("HL-1"), Ids.next(), CustomerId.next(), null, form, List.of(line), priced, LocalDate.of(2026, 11, 24), "web",
                "token", NOW);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
