package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.shipping.LabelStand;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.ShippingDesk;
import app.regulars.shipping.StandInEasyPost;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A label is bought once, whatever the carriers’ service does; its parcel is followed by signed news, replayed and in any order. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class LabelsModuleTests {

    private static final String SECRET = "tell-nobody";

    @Autowired Shopping shopping;
    @Autowired OrderDesk desk;
    @Autowired PackingDesk packing;
    @Autowired ShippingDesk shipping;
    @Autowired MyOrders mine;
    @Autowired Shop shop;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;
    @Autowired WebApplicationContext context;

    private final StaffId tobias = StaffId.next();
    private final StandInEasyPost easyPost = StandInEasyPost.get();
    private CustomerId amelie;
    private OrderNumber number;
    private ShipmentId shipment;

    @DynamicPropertySource
    static void carrier(DynamicPropertyRegistry properties) {
        properties.add("regulars.easypost.key", () -> "EZTK-stand-in");
        properties.add("regulars.easypost.url", () -> StandInEasyPost.get().url());
        properties.add("regulars.tracking.secret", () -> SECRET);
    }

    @BeforeEach
    void packed() {
        easyPost.down = false;
        easyPost.dumb = false;
        easyPost.refuses = false;
        easyPost.keeps = false;
        easyPost.sold.set(0);
        easyPost.takenBack.set(0);
        shop.set("address-line1", "12 Water Street");
        shop.set("address-city", "Charlottetown");
        shop.set("address-postal-code", "C1A 1A1");
        amelie = shopping.customer("amelie");
        number = shopping.order(amelie, List.of(), new Prices.Wish(shopping.product("mug", "standard", "24.00", 20), 2));
        shipment = packing.pack(number, Map.of(), tobias);
    }

    @Test
    void isBoughtOnceAndFollowedByNewsInAnyOrder() throws Exception {
        packing.label(number, shipment, "Canada Post", 2_400, tobias);
        packing.label(number, shipment, "Canada Post", 2_400, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        assertThat(stand().cost()).isEqualTo(Money.of("11.35", "CAD"));
        assertThat(easyPost.sold).hasValue(1);
        packing.label(number, shipment, "Canada Post", 2_400, tobias);
        var parcel = desk.find(number).parcels().getFirst();
        assertThat(parcel.label()).startsWith("https://labels.example/");
        assertThat(parcel.trackingNumber()).startsWith("EZ");
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.PACKED);

        var now = clock.instant();
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.add(news(parcel.trackingNumber(), "delivered", now.plus(Duration.ofHours(3))));
            all.add(news(parcel.trackingNumber(), "out_for_delivery", now.plus(Duration.ofHours(2))));
            all.add(news(parcel.trackingNumber(), "in_transit", now.plus(Duration.ofHours(1))));
        }
        assertThat(call(all.getFirst(), "hmac-sha256-hex=" + "0".repeat(64))).isEqualTo(401);
        assertThat(call(all.getFirst(), "")).isEqualTo(401);
        assertThat(call(all.getFirst().replace("delivered", "failure"), sign(all.getFirst()))).isEqualTo(401);
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.PACKED);
        for (var body : all) {
            var status = call(body, sign(body));
            while (status == 409) {
                status = call(body, sign(body));
            }
            assertThat(status).isEqualTo(200);
        }
        Shopping.await(() -> mine.find(amelie, number).status() == OrderStatus.DELIVERED);
        var after = mine.find(amelie, number);
        assertThat(after.parcels().getFirst().events().stream().filter(event -> event.code().equals("delivered"))).hasSize(1);
        assertThat(after.history().stream().filter(moment -> moment.what().equals("delivered"))).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from stock_reservation where reference = ? and state = 'HELD'", Integer.class,
                Columns.bytes(after.summary().id().value()))).isZero();
    }

    @Test
    void waitsWhileTheServiceIsDownAndIsBoughtWhenItIsBack() {
        easyPost.down = true;
        packing.label(number, shipment, "Canada Post", null, tobias);
        Shopping.await(() -> "no-answer".equals(stand().problem()));
        assertThat(stand().isWaiting()).isTrue();
        assertThat(stand().next()).isAfter(clock.instant());
        assertThat(packing.waitingLabels(50)).anySatisfy(waiting -> assertThat(waiting.order()).isEqualTo(number));
        easyPost.down = false;
        packing.labelAgain(number, shipment, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        assertThat(packing.waitingLabels(50)).noneSatisfy(waiting -> assertThat(waiting.order()).isEqualTo(number));
        assertThat(easyPost.sold).hasValue(1);
    }

    @Test
    void isNotBoughtAgainWhenItsAnswerWasLost() {
        easyPost.dumb = true;
        packing.label(number, shipment, "Canada Post", 500, tobias);
        Shopping.await(() -> "no-answer".equals(stand().problem()));
        assertThat(easyPost.sold).hasValue(1);
        easyPost.dumb = false;
        packing.labelAgain(number, shipment, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        assertThat(easyPost.sold).hasValue(1);
    }

    @Test
    void saysWhatIsRefusedAndTakesAnotherCarrier() {
        packing.label(number, shipment, "Purolator", 500, tobias);
        Shopping.await(() -> stand().hasFailed());
        assertThat(stand().problem()).isEqualTo("no-rate");
        packing.label(number, shipment, "UPS", 500, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        assertThat(desk.find(number).parcels().getFirst().carrier()).isEqualTo("UPS");
        easyPost.refuses = true;
        var other = shopping.order(amelie, List.of(), new Prices.Wish(shopping.product("pot", "standard", "24.00", 20), 1));
        var second = packing.pack(other, Map.of(), tobias);
        packing.label(other, second, "UPS", null, tobias);
        Shopping.await(() -> shipping.labels(desk.find(other).summary().id().value()).stream().anyMatch(LabelStand::hasFailed));
        // the goods leave all the same, with a number typed by hand
        packing.dispatch(other, second, "UPS", "1Z999AA10123456784", null, tobias);
        assertThat(desk.find(other).status()).isEqualTo(OrderStatus.SHIPPED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.label(other, second, "UPS", null, tobias));
    }

    @Test
    void isGivenBackOnceWhenItsParcelIsUnpacked() {
        packing.label(number, shipment, "Canada Post", 500, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        easyPost.dumb = true;
        packing.unpack(number, shipment, tobias);
        Shopping.await(() -> waiting("voiding", "no-answer"));
        assertThat(easyPost.takenBack).as("taken back, and its answer lost").hasValue(1);
        easyPost.dumb = false;
        packing.labelAgain(number, shipment, tobias);
        Shopping.await(() -> packing.waitingLabels(50).stream().noneMatch(each -> each.order().equals(number)));
        assertThat(easyPost.takenBack).hasValue(1);
        var second = packing.pack(number, Map.of(), tobias);
        packing.label(number, second, "Canada Post", 500, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        easyPost.keeps = true;
        desk.cancel(number, "sold out", tobias);
        Shopping.await(() -> waiting("kept", "kept"));
    }

    @Test
    void isGivenBackByHandWhileItsParcelIsHereAndAnotherIsBought() {
        packing.label(number, shipment, "Canada Post", 500, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        packing.giveLabelBack(number, shipment, tobias);
        packing.giveLabelBack(number, shipment, tobias); // pressed twice
        Shopping.await(() -> "voided".equals(stand().state()));
        assertThat(easyPost.takenBack).hasValue(1);
        assertThat(desk.find(number).parcels()).singleElement().satisfies(parcel -> {
            assertThat(parcel.label()).isNull();
            assertThat(parcel.trackingNumber()).isNull();
        });
        packing.label(number, shipment, "UPS", 500, tobias);
        Shopping.await(() -> "bought".equals(stand().state()));
        assertThat(easyPost.sold).hasValue(2);
        assertThat(desk.find(number).parcels().getFirst().carrier()).isEqualTo("UPS");
        easyPost.keeps = true;
        packing.giveLabelBack(number, shipment, tobias);
        Shopping.await(() -> waiting("kept", "kept"));
        packing.dispatch(number, shipment, "UPS", "1Z999AA10123456784", null, tobias);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> packing.giveLabelBack(number, shipment, tobias));
    }

    /** As staff see it. */
    private boolean waiting(String state, String problem) {
        return packing.waitingLabels(50).stream().anyMatch(each -> each.order().equals(number) && each.stand().state().equals(state) && problem.equals(each.stand().problem()));
    }

    private LabelStand stand() {
        return shipping.labels(desk.find(number).summary().id().value()).getFirst();
    }

    private static String news(String tracking, String status, Instant at) {
        return """
                {"object":"Event","description":"tracker.updated","result":{"object":"Tracker","tracking_code":"%s","status":"%s","tracking_details":[
                {"status":"%s","datetime":"%s","tracking_location":{"city":"Moncton","state":"NB"}}]}}""".formatted(tracking, status, status, at);
    }

    private static String sign(String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "hmac-sha256-hex=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private int call(String body, String signature) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).build().perform(MockMvcRequestBuilders.post("/webhooks/tracking").content(body)
                .header("X-Hmac-Signature", signature)).andReturn().getResponse().getStatus();
    }
}
