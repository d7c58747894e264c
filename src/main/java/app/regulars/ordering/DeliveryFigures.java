package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How well what was promised was kept, by carrier and by product: of shipments that left in the last so many days. On time is what
 * arrived on the promised day or before, in the shop's zone; what has not arrived although its day has passed is late.
 */
@Service
@RolesAllowed(Permissions.ORDERS_SEE)
@Transactional(readOnly = true)
public class DeliveryFigures {

    private static final int MOST = 50_000;
    private static final int PRODUCTS = 25;

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    DeliveryFigures(JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * One row.
     *
     * @param sent    shipments with a promised day that arrived, or should have
     * @param onTime  of these
     * @param packing hours from the order to being packed, on average; likewise {@code way} days from leaving to arriving, or null
     */
    public record Row(String key, Localized name, int sent, int onTime, Double packing, Double way) {

        /** From 0 to 1. */
        public double share() {
            return sent == 0 ? 0 : (double) onTime / sent;
        }
    }

    private static final class Sum {

        private final Localized name;
        private int sent;
        private int onTime;
        private double packing;
        private int packed;
        private double way;
        private int arrived;

        Sum(Localized name) {
            this.name = name;
        }

        void add(Instant placed, Instant packedAt, Instant shipped, Instant delivered, boolean kept) {
            sent++;
            onTime += kept ? 1 : 0;
            if (packedAt != null) {
                packing += Duration.between(placed, packedAt).toMinutes() / 60.0;
                packed++;
            }
            if (delivered != null) {
                way += Duration.between(shipped, delivered).toMinutes() / 1440.0;
                arrived++;
            }
        }

        Row row(String key) {
            return new Row(key, name, sent, onTime, packed == 0 ? null : packing / packed, arrived == 0 ? null : way / arrived);
        }
    }

    /** The one with most shipments first. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public List<Row> byCarrier(int days) {
        return rows("select coalesce(s.carrier, 'pickup') as k, null as en, null as fr, s.promised_on, o.placed_at, s.packed_at, s.shipped_at, s.delivered_at from shipment s "
                + "join sales_order o on o.id = s.reference where s.shipped_at >= ? and s.promised_on is not null and s.canceled_at is null order by s.shipped_at desc limit ?", days,
                Integer.MAX_VALUE);
    }

    /** By article, those most often sent first. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public List<Row> byProduct(int days) {
        return rows("select l.sku as k, l.name_en as en, l.name_fr as fr, s.promised_on, o.placed_at, s.packed_at, s.shipped_at, s.delivered_at from shipment s "
                + "join sales_order o on o.id = s.reference join shipment_line g on g.shipment_id = s.id join sales_order_line l on l.order_id = o.id and l.position = g.line "
                + "where s.shipped_at >= ? and s.promised_on is not null and s.canceled_at is null order by s.shipped_at desc limit ?", days, PRODUCTS);
    }

    private List<Row> rows(String sql, int days, int most) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        var today = day(clock.instant());
        jdbc.query(sql, row -> {
            var promised = row.getObject("promised_on", Date.class).toLocalDate();
            var shipped = Columns.instant(row, "shipped_at");
            var delivered = Columns.instant(row, "delivered_at");
            var pickup = "pickup".equals(row.getString("k"));
            var done = pickup ? shipped : delivered;
            if (done != null || promised.isBefore(today)) {
                var name = row.getString("en");
                sums.computeIfAbsent(row.getString("k"), key -> new Sum(name(name, row)))
                        .add(Columns.instant(row, "placed_at"), Columns.instant(row, "packed_at"), shipped, delivered, done != null && !day(done).isAfter(promised));
            }
        }, Columns.utc(clock.instant().minus(Duration.ofDays(days))), MOST);
        var rows = new ArrayList<Row>();
        sums.forEach((key, sum) -> rows.add(sum.row(key)));
        return rows.stream().sorted(Comparator.comparingInt(Row::sent).reversed()).limit(most).toList();
    }

    private static Localized name(String english, java.sql.ResultSet row) {
        try {
            return english == null ? null : new Localized(english, row.getString("fr"));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(shop.zone()).toLocalDate();
    }
}
