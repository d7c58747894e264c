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
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.ShipmentPart;
import org.junit.jupiter.api.Test;

class OrderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final StaffId tobias = StaffId.next();

    @Test
    void standsWhereItsShipmentsStand() {
        var order = placed();
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
        follow(order, "packed", 1, parcel(1, 1, null, null));
        assertThat(order.status()).as("a part is packed").isEqualTo(OrderStatus.PLACED);
        follow(order, "shipped", 2, parcel(1, 1, at(2), null));
        assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_SHIPPED);
        follow(order, "packed", 3, parcel(1, 1, at(2), null), parcel(2, 1, null, null));
        assertThat(order.status()).isEqualTo(OrderStatus.PARTLY_SHIPPED);
        follow(order, "shipped", 4, parcel(1, 1, at(2), null), parcel(2, 1, at(4), null));
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        follow(order, "delivered", 5, parcel(1, 1, at(2), at(5)), parcel(2, 1, at(4), null));
        assertThat(order.status()).isEqualTo(OrderStatus.SHIPPED);
        follow(order, "delivered", 6, parcel(1, 1, at(2), at(5)), parcel(2, 1, at(4), at(6)));
        assertThat(order.status()).isEqualTo(OrderStatus.DELIVERED);
        var file = file(order, true);
        assertThat(file.packedAt()).isEqualTo(at(3));
        assertThat(file.shippedAt()).isEqualTo(at(4));
        assertThat(file.deliveredAt()).isEqualTo(at(6));
        assertThat(what(order)).containsExactly("placed", "packed", "shipped", "packed", "shipped", "delivered", "delivered");
    }

    @Test
    void isToPackAgainWhenItWasTakenApart() {
        var order = placed();
        follow(order, "packed", 1, parcel(1, 2, null, null));
        assertThat(order.status()).isEqualTo(OrderStatus.PACKED);
        follow(order, "unpacked", 2);
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(file(order, false).packedAt()).isNull();
        assertThat(file(order, false).history()).noneMatch(moment -> moment.what().equals("unpacked"));
    }

    @Test
    void canBeCalledOffOnlyWhileItIsHere() {
        var order = placed();
        assertThat(order.cancel("staff", tobias, "ordered twice", at(2))).isTrue();
        assertThat(order.cancel("staff", tobias, "again", at(3))).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.mayPack(TODAY));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> follow(order, "packed", 4, parcel(1, 2, null, null)));
        var gone = placed();
        follow(gone, "shipped", 1, parcel(1, 1, at(1), null));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> gone.cancel("staff", tobias, null, at(2)));
    }

    @Test
    void isNotPackedWhileItIsHeldOrNotPaid() {
        var order = placed();
        order.hold("address looks wrong", TODAY.plusDays(1), TODAY, tobias, at(1));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.mayPack(TODAY.plusDays(1)));
        order.mayPack(TODAY.plusDays(2));
        assertThat(file(order, false).hold()).isNull();
        assertThat(file(order, false).held()).isTrue();
        assertThat(file(order, true).hold().by()).isEqualTo(tobias);
        assertThat(order.lift(tobias, at(2))).isTrue();
        assertThat(order.lift(tobias, at(3))).isFalse();
        order.mayPack(TODAY);
        assertThat(file(order, false).history()).hasSize(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.hold(" ", null, TODAY, tobias, at(4)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> order.hold("why", TODAY.minusDays(1), TODAY, tobias, at(4)));
        var unpaid = placed();
        unpaid.awaitPayment(at(10));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> unpaid.mayPack(TODAY));
        assertThat(unpaid.paid(at(1))).isTrue();
        assertThat(unpaid.paid(at(2))).isFalse();
        unpaid.mayPack(TODAY);
    }

    @Test
    void showsCustomersNeitherNotesNorWhoOfUsDidWhat() {
        var order = placed();
        follow(order, "packed", 1, parcel(1, 2, null, null));
        order.remark(tobias, "third complaint this month", at(2));
        assertThat(file(order, true).history()).hasSize(3).last().satisfies(note -> assertThat(note.staff()).isEqualTo(tobias));
        assertThat(file(order, false).history()).hasSize(2)
                .allSatisfy(moment -> assertThat(moment.staff()).isNull()).allSatisfy(moment -> assertThat(moment.detail()).isNull());
    }

    @Test
    void isLateFromTheDayAfterThePromiseUntilItArrives() {
        var order = placed();
        assertThat(file(order, false).isLate(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(file(order, false).isLate(LocalDate.of(2026, 11, 25))).isTrue();
        follow(order, "shipped", 1, parcel(1, 2, at(1), null));
        follow(order, "delivered", 80, parcel(1, 2, at(1), at(80)));
        assertThat(file(order, false).isLate(LocalDate.of(2026, 11, 28))).isFalse();
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
        assertThat(file(placed(), true).toString()).doesNotContain("Maren").doesNotContain("Pownal");
    }

    private void follow(Order order, String what, int hour, Parcel... parcels) {
        order.follow(List.of(parcels), what, "staff", tobias, null, at(hour));
    }

    private static Parcel parcel(int number, int pieces, Instant shipped, Instant delivered) {
        return new Parcel(new ShipmentId(Ids.next()), number, List.of(new ShipmentPart(0, pieces)), "van", "Own van", null, null, List.of(), null, null, at(0), shipped,
                delivered, List.of());
    }

    private static OrderFile file(Order order, boolean forStaff) {
        return order.file(List.of(), null, List.of(), TODAY, forStaff);
    }

    private static List<String> what(Order order) {
        return file(order, true).history().stream().map(OrderFile.Moment::what).toList();
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
