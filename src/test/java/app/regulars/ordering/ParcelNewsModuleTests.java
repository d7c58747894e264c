package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.GroupDesk;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.pricing.Prices;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.TrackingFileDesk;
import app.regulars.shipping.TrackingNews;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What carriers say: ten times, backwards, by file or by news, it ends the same; and who has to wait hears it from us, once. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class ParcelNewsModuleTests {

    @Autowired Shopping shopping;
    @Autowired OrderDesk desk;
    @Autowired PackingDesk packing;
    @Autowired MyOrders mine;
    @Autowired TrackingNews news;
    @Autowired TrackingFileDesk files;
    @Autowired Delays delays;
    @Autowired DeliveryFigures figures;
    @Autowired JdbcTemplate jdbc;
    @Autowired GroupDesk groups;
    @Autowired CustomerDirectory customers;
    @Autowired Clock clock;

    private final StaffId tobias = StaffId.next();
    private final String code = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private CustomerId amelie;
    private OrderNumber number;
    private Instant sent;

    @BeforeEach
    void order() {
        VariantId mug = shopping.product("mug", "standard", "24.00", 100);
        amelie = shopping.customer("amelie");
        number = shopping.order(amelie, List.of(), new Prices.Wish(mug, 2));
        var shipment = packing.pack(number, Map.of(), tobias);
        packing.dispatch(number, shipment, "Canada Post", code, null, tobias);
        sent = clock.instant();
    }

    private record Said(String status, String place, Instant at) {
    }

    @Test
    void tenTimesAndBackwardsEndsTheSame() {
        var said = List.of(new Said("in_transit", "Moncton, NB", sent.plus(Duration.ofHours(1))), new Said("out_for_delivery", "Halifax, NS", sent.plus(Duration.ofHours(2))),
                new Said("delivered", "Halifax, NS", sent.plus(Duration.ofHours(3))));
        var all = new ArrayList<Said>();
        for (int i = 0; i < 10; i++) {
            all.addAll(said);
        }
        Collections.reverse(all);
        var kept = all.stream().filter(each -> news.take(code, each.status(), each.place(), each.at()) == TrackingNews.Result.KEPT).count();
        assertThat(kept).isEqualTo(3);
        Shopping.await(() -> mine.find(amelie, number).status() == OrderStatus.DELIVERED);
        Shopping.await(() -> jdbc.queryForObject("select count(*) from sales_order_moment m join sales_order o on o.id = m.order_id where o.number = ? and m.what = 'delivered'",
                Integer.class, number.value()) == 1);
        var parcel = mine.find(amelie, number).parcels().getFirst();
        assertThat(parcel.deliveredAt()).isEqualTo(said.getLast().at());
        assertThat(parcel.events()).extracting(Parcel.Event::code).containsExactly("delivered", "out", "underway", "shipped", "packed");
        assertThat(desk.find(number).history().getLast().actor()).isEqualTo("carrier");
        jdbc.update("update shipment set promised_on = ? where tracking_number = ?", Date.valueOf("2099-01-01"), code);
        assertThat(figures.byCarrier(30)).anySatisfy(row -> assertThat(row.onTime()).isPositive());
        assertThat(figures.byProduct(30)).isNotEmpty();
        var before = figures.bySegment(30).stream().filter(row -> row.key().equals(DeliveryFigures.NO_SEGMENT)).findFirst().orElseThrow();
        groups.add(new GroupDesk.Form("cafes-" + code, "Cafés " + code, "Cafés " + code), tobias);
        groups.join("cafes-" + code, customers.find(amelie).orElseThrow().number().toString(), tobias);
        assertThat(figures.bySegment(30)).anySatisfy(row -> {
            assertThat(row.key()).isEqualTo("cafes-" + code);
            assertThat(row.sent()).isEqualTo(1);
            assertThat(row.share()).isEqualTo(1.0);
        }).filteredOn(row -> row.key().equals(DeliveryFigures.NO_SEGMENT)).allSatisfy(row -> assertThat(row.sent()).isEqualTo(before.sent() - 1));
    }

    @Test
    void whatIsNoParcelOrNoWordMovesNothing() {
        assertThat(news.take("nobody-" + code, "delivered", null, null)).isEqualTo(TrackingNews.Result.UNKNOWN_NUMBER);
        assertThat(news.take(code, "teleported", null, null)).isEqualTo(TrackingNews.Result.UNKNOWN_WORD);
        assertThat(news.take(code, "delivered", null, sent.plus(Duration.ofDays(400)))).isEqualTo(TrackingNews.Result.UNKNOWN_NUMBER);
        var outcome = files.read("number,status,moment,place\n%s,trouble,,Truro\n%s,delivered,yesterday,\nx,delivered,,\n%s,gone,,".formatted(code, code, code), tobias);
        assertThat(outcome.kept()).isEqualTo(1);
        assertThat(outcome.problems()).extracting(TrackingFileDesk.Problem::what).containsExactly("moment", "number", "word");
        assertThat(mine.find(amelie, number).parcels().getFirst().inTrouble()).isTrue();
        assertThat(mine.find(amelie, number).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void whoHasToWaitHearsItOnce() {
        jdbc.update("update sales_order set promised_on = ? where number = ?", Date.valueOf(clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().minusDays(3)), number.value());
        delays.notice();
        delays.notice();
        var id = desk.find(number).summary().id();
        Shopping.await(() -> jdbc.queryForObject("select count(*) from outbox_message where message_key = ?", Integer.class, "order-delayed:" + id) == 1);
        assertThat(mine.find(amelie, number).history()).extracting(OrderFile.Moment::what).containsOnlyOnce("delayed");
        assertThat(desk.list(new OrderFilter(null, number.value(), null, "", false, true), 0, 1).total()).isEqualTo(1);
    }
}
