package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.pricing.Prices;
import app.regulars.shipping.Parcel;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** An order that leaves in parts: both sides see the same, each part is told of once, and the stock follows what left. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class SeveralShipmentsModuleTests {

    @Autowired Shopping shopping;
    @Autowired OrderDesk desk;
    @Autowired PackingDesk packing;
    @Autowired MyOrders mine;
    @Autowired Tracking tracking;
    @Autowired OrderMails mails;
    @Autowired Inventory inventory;
    @Autowired JdbcTemplate jdbc;

    private final StaffId tobias = StaffId.next();
    private VariantId mug;
    private VariantId tea;
    private CustomerId amelie;
    private OrderNumber number;

    @BeforeEach
    void order() {
        mug = shopping.product("mug", "standard", "24.00", 100);
        tea = shopping.product("tea", "basic-grocery", "12.50", 100);
        amelie = shopping.customer("amelie");
        number = shopping.order(amelie, List.of(), new Prices.Wish(mug, 6), new Prices.Wish(tea, 2));
    }

    @Test
    void leavesInPartsAndIsDeliveredWithTheLast() {
        var first = packing.pack(number, Map.of(0, 3), tobias);
        same(OrderStatus.PLACED);
        packing.dispatch(number, first, "Purolator", "329014856732, 329014856733", 2400, tobias);
        same(OrderStatus.PARTLY_SHIPPED);
        assertThat(desk.find(number).open()).containsExactly(Map.entry(0, 3), Map.entry(1, 2));
        assertThat(onHand(mug)).isEqualTo(97);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 94);
        packing.deliver(number, first, tobias);
        same(OrderStatus.PARTLY_SHIPPED);

        var rest = packing.pack(number, Map.of(), tobias);
        packing.dispatch(number, rest, "Own van", "", null, tobias);
        packing.dispatch(number, rest, "Own van", "", null, tobias);
        same(OrderStatus.SHIPPED);
        assertThat(onHand(mug)).isEqualTo(94);
        assertThat(onHand(tea)).isEqualTo(98);
        packing.deliver(number, rest, tobias);
        packing.deliver(number, rest, tobias);
        same(OrderStatus.DELIVERED);

        var file = mine.find(amelie, number);
        assertThat(file.parcels()).extracting(Parcel::number).containsExactly(1, 2);
        assertThat(file.parcels().getFirst().boxes()).extracting(Parcel.Box::trackingNumber).containsExactly("329014856732", "329014856733");
        assertThat(jdbc.queryForObject("select count(*) from stock_reservation where reference = ? and state = 'HELD'", Integer.class,
                app.regulars.platform.persistence.Columns.bytes(file.summary().id().value()))).isZero();
        Shopping.await(() -> posted(file) == 2);
        mails.on(new OrderShipped(file.summary().id(), number, amelie, first, false, file.shippedAt()));
        mails.on(new OrderShipped(file.summary().id(), number, amelie, rest, true, file.shippedAt()));
        assertThat(posted(file)).isEqualTo(2);
        assertThat(jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "order-shipped:" + file.summary().id()))
                .contains("329014856732", "329014856733", "3 × <b>MUG-", "The rest follows").doesNotContain("TEA-");
        assertThat(jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "order-shipped:" + file.summary().id() + ":2"))
                .contains("2 × <b>TEA-").doesNotContain("The rest follows");
    }

    @Test
    void neverHoldsMoreThanWasOrdered() {
        packing.pack(number, Map.of(0, 4), tobias);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.pack(number, Map.of(0, 3), tobias)).satisfies(no -> assertThat(no.field()).isEqualTo("pack-0"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.pack(number, Map.of(7, 1), tobias));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.pack(number, Map.of(1, -1), tobias));
        packing.pack(number, Map.of(), tobias);
        same(OrderStatus.PACKED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.pack(number, Map.of(), tobias));
    }

    @Test
    void isTakenApartOnlyWhileItIsHere() {
        var shipment = packing.pack(number, Map.of(), tobias);
        same(OrderStatus.PACKED);
        packing.unpack(number, shipment, tobias);
        same(OrderStatus.PLACED);
        assertThat(desk.find(number).parcels()).isEmpty();
        var again = packing.pack(number, Map.of(), tobias);
        packing.dispatch(number, again, "Own van", "", null, tobias);
        packing.unpack(number, again, tobias);
        same(OrderStatus.SHIPPED);
        var other = shopping.order(amelie, List.of(), new Prices.Wish(mug, 1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> packing.deliver(other, again, tobias));
    }

    @Test
    void aHoldStopsPackingAndItsReasonStaysWithUs() {
        desk.hold(number, "Phone number does not answer", null, tobias);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.pack(number, Map.of(), tobias));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.dispatch(number, "Own van", "", tobias));
        assertThat(mine.find(amelie, number).hold()).isNull();
        assertThat(mine.find(amelie, number).history()).extracting(OrderFile.Moment::what).containsExactly("placed");
        assertThat(desk.find(number).hold().reason()).contains("answer");
        desk.lift(number, tobias);
        desk.lift(number, tobias);
        packing.pack(number, Map.of(), tobias);
        assertThat(desk.find(number).history()).extracting(OrderFile.Moment::what).containsExactly("placed", "held", "lifted", "packed");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.hold(number, "why", LocalDate.of(2020, 1, 1), tobias));
    }

    /** Whoever looks sees the same state. */
    private void same(OrderStatus expected) {
        assertThat(desk.find(number).status()).isEqualTo(expected);
        var hers = mine.find(amelie, number);
        assertThat(hers.status()).isEqualTo(expected);
        assertThat(mine.list(amelie, number.value(), 0, 1).orders().getFirst().status()).isEqualTo(expected);
        assertThat(tracking.of(hers.trackToken()).orElseThrow().status()).isEqualTo(expected);
    }

    private int onHand(VariantId variant) {
        return jdbc.queryForObject("select on_hand from stock_item where variant_id = ?", Integer.class, app.regulars.platform.persistence.Columns.bytes(variant.value()));
    }

    private long posted(OrderFile file) {
        return jdbc.queryForObject("select count(*) from outbox_message where message_key like ?", Long.class, "order-shipped:" + file.summary().id() + "%");
    }
}
