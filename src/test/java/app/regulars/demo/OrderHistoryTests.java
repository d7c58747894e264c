package app.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderHistoryTests {

    private static final DemoData DATA = DemoFiles.read();
    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T04:10:00Z", "2027-01-01T12:00:00Z", "2026-07-05T23:59:00Z"})
    void endsWithinADayBeforeTheFirstStartAndNothingIsLater(String start) {
        var now = Instant.parse(start);
        var orders = orders(now);
        assertThat(orders).hasSizeBetween(600, 760);
        assertThat(orders.getLast().placedAt()).isBetween(now.minus(Duration.ofDays(1)), now);
        for (var order : orders) {
            var moments = new java.util.ArrayList<Instant>();
            for (var moment : new Instant[] {order.placedAt(), order.packedAt(), order.shippedAt(), order.deliveredAt()}) {
                if (moment != null) {
                    moments.add(moment);
                }
            }
            assertThat(moments).as(order.name()).isSorted().allMatch(moment -> !moment.isAfter(now));
        }
    }

    @Test
    void isTheSameEveryTime() {
        var now = Instant.parse("2026-11-22T04:10:00Z");
        assertThat(orders(now)).isEqualTo(orders(now));
    }

    @Test
    void sellsOnlyWhatExistedToPeopleWhoHadJoined() {
        var now = Instant.parse("2026-11-22T04:10:00Z");
        for (var order : orders(now)) {
            var days = Duration.between(order.placedAt(), now).toSeconds() / 86_400.0;
            assertThat(DATA.person(order.person()).joinedDaysAgo()).as(order.name()).isGreaterThan(days);
            assertThat(order.lines()).isNotEmpty().allMatch(line -> DATA.product(line.handle()).variant(line.options()) != null)
                    .allMatch(line -> DATA.product(line.handle()).publishedDaysAgo() >= days);
        }
    }

    @Test
    void leavesATraceableParcelToEveryOrderThatWasSent() {
        var orders = orders(Instant.parse("2026-11-22T04:10:00Z"));
        var numbers = new HashMap<String, String>();
        for (var order : orders) {
            if (order.tracking() != null) {
                assertThat(numbers.put(order.tracking(), order.name())).as(order.name()).isNull();
            }
        }
        assertThat(numbers).hasSizeGreaterThan(500);
    }

    @Test
    void everyPictureExists() {
        var art = Path.of("src/main/resources/META-INF/resources/art");
        var missing = new TreeSet<String>();
        for (var product : DATA.products()) {
            for (var name : product.gallery()) {
                missing.add(name);
            }
            missing.add(product.art());
        }
        missing.removeIf(name -> Files.exists(art.resolve(name + ".svg")));
        assertThat(missing).isEmpty();
    }

    private static List<PlannedOrder> orders(Instant now) {
        return new OrderHistory(DATA, now, ZONE).orders();
    }
}
