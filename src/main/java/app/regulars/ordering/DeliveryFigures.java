package app.regulars.ordering;

import app.regulars.customer.CustomerGroup;
import app.regulars.customer.CustomerGroups;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How well what was promised was kept, by carrier, by product and by group of customers: of shipments that left in the last so many days. On time is what
 * arrived on the promised day or before, in the shop's zone; what has not arrived although its day has passed is late.
 */
@Service
@RolesAllowed(Permissions.ORDERS_SEE)
@Transactional(readOnly = true)
public class DeliveryFigures {

    private static final int MOST = 50_000;
    private static final int PRODUCTS = 25;
    /** The key of those who are in no group. */
    public static final String NO_SEGMENT = "none";

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;
    private final Shop shop;
    private final Clock clock;

    DeliveryFigures(JdbcTemplate jdbc, CustomerGroups groups, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
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
        return rows("select coalesce(s.carrier, 'pickup') as k, null as en, null as fr, s.promised_on, o.placed_at, s.packed_at, s.shipped_at, s.delivered_at, s.shipping_option from shipment s "
                + "join sales_order o on o.id = s.reference where s.shipped_at >= ? and s.promised_on is not null and s.canceled_at is null order by s.shipped_at desc limit ?", days,
                Integer.MAX_VALUE);
    }

    /** By article, those most often sent first. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public List<Row> byProduct(int days) {
        return rows("select l.sku as k, l.name_en as en, l.name_fr as fr, s.promised_on, o.placed_at, s.packed_at, s.shipped_at, s.delivered_at, s.shipping_option from shipment s "
                + "join sales_order o on o.id = s.reference join shipment_line g on g.shipment_id = s.id join sales_order_line l on l.order_id = o.id and l.position = g.line "
                + "where s.shipped_at >= ? and s.promised_on is not null and s.canceled_at is null order by s.shipped_at desc limit ?", days, PRODUCTS);
    }

    /**
     * By the groups that customers are in now, those that fill themselves too; whoever is in several counts in each, whoever is in none under "none".
     */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public List<Row> bySegment(int days) {
        var names = groups.all().stream().filter(group -> !group.retired()).collect(Collectors.toMap(CustomerGroup::id, group -> group));
        return rows("select s.carrier as k, null as en, null as fr, s.promised_on, o.placed_at, s.packed_at, s.shipped_at, s.delivered_at, s.shipping_option, o.customer_id from shipment s "
                + "join sales_order o on o.id = s.reference where s.shipped_at >= ? and s.promised_on is not null and s.canceled_at is null order by s.shipped_at desc limit ?", days,
                PRODUCTS, row -> {
                    var in = groups.of(new CustomerId(Columns.uuid(row.getBytes("customer_id")))).stream().filter(names::containsKey).toList();
                    return in.isEmpty() ? Map.of(NO_SEGMENT, new Localized("", null))
                            : in.stream().collect(Collectors.toMap(id -> names.get(id).code(), id -> names.get(id).name()));
                });
    }

    /** What a shipment counts under: keys and their names, which may be null. */
    @FunctionalInterface
    private interface Keys {
        Map<String, Localized> of(ResultSet row) throws SQLException;
    }

    private List<Row> rows(String sql, int days, int most) {
        return rows(sql, days, most, row -> {
            var english = row.getString("en");
            return Collections.singletonMap(row.getString("k"), english == null ? null : new Localized(english, row.getString("fr")));
        });
    }

    private List<Row> rows(String sql, int days, int most, Keys keys) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        var today = day(clock.instant());
        jdbc.query(sql, row -> {
            var promised = row.getObject("promised_on", Date.class).toLocalDate();
            var shipped = Columns.instant(row, "shipped_at");
            var delivered = Columns.instant(row, "delivered_at");
            var done = "pickup".equals(row.getString("shipping_option")) ? shipped : delivered;
            if (done != null || promised.isBefore(today)) {
                var placed = Columns.instant(row, "placed_at");
                var packed = Columns.instant(row, "packed_at");
                keys.of(row).forEach((key, name) -> sums.computeIfAbsent(key, first -> new Sum(name)).add(placed, packed, shipped, delivered,
                        done != null && !day(done).isAfter(promised)));
            }
        }, Columns.utc(clock.instant().minus(Duration.ofDays(days))), MOST);
        var rows = new ArrayList<Row>();
        sums.forEach((key, sum) -> rows.add(sum.row(key)));
        return rows.stream().sorted(Comparator.comparingInt(Row::sent).reversed()).limit(most).toList();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(shop.zone()).toLocalDate();
    }
}
