package app.regulars.ordering;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the staff's lists of orders are made of, straight from the tables. */
@Component
class OrderLists {

    private static final String HELD = "held_at is not null and (held_until is null or held_until >= ?) and status <> 'CANCELED'";
    /** The promised day has passed without the parcel; for a pick-up without it being ready. */
    private static final String LATE = "promised_on < ? and status in ('AWAITING_PAYMENT', 'PLACED', 'PACKED', 'PARTLY_SHIPPED', 'SHIPPED') "
            + "and not (shipping_option = 'pickup' and status = 'SHIPPED')";

    private static final int NEWS = 14;

    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;
    private final OrderScope scope;

    OrderLists(JdbcTemplate jdbc, Shop shop, Clock clock, OrderScope scope) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** A condition and its values; the condition is empty for all orders. */
    record Where(String condition, List<Object> values) {
    }

    Where where(OrderFilter filter) {
        var where = new ArrayList<String>();
        var values = new ArrayList<>();
        if (filter.status() != null) {
            where.add("status = ?");
            values.add(filter.status().name());
        }
        if (filter.customer() != null) {
            where.add("customer_id = ?");
            values.add(Columns.bytes(filter.customer().value()));
        }
        if (!filter.channel().isBlank()) {
            where.add("channel = ?");
            values.add(filter.channel());
        }
        if (!filter.agent().isBlank()) {
            where.add("agent = ?");
            values.add(filter.agent());
        }
        var offices = scope.offices();
        if (!offices.isEmpty()) {
            where.add("agent in (" + marks(offices.size()) + ")");
            values.addAll(offices);
        }
        if (filter.held()) {
            where.add(HELD);
            values.add(Date.valueOf(today()));
        }
        if (filter.late()) {
            where.add(LATE);
            values.add(Date.valueOf(today()));
        }
        for (var word : SearchTexts.words(filter.text())) {
            where.add("search_text like ?");
            values.add("%" + word + "%");
        }
        return new Where(where.isEmpty() ? "" : " where " + String.join(" and ", where), values);
    }

    long held() {
        return count(new OrderFilter(null, "", null, "", true, false));
    }

    long late() {
        return count(new OrderFilter(null, "", null, "", false, true));
    }

    private long count(OrderFilter filter) {
        var where = where(filter);
        return jdbc.queryForObject("select count(*) from sales_order" + where.condition(), Long.class, where.values().toArray());
    }

    Map<OrderStatus, Long> counts() {
        var counts = new EnumMap<OrderStatus, Long>(OrderStatus.class);
        var where = where(OrderFilter.ALL);
        jdbc.query("select status, count(*) from sales_order" + where.condition() + " group by status", row -> {
            counts.put(OrderStatus.valueOf(row.getString(1)), row.getLong(2));
        }, where.values().toArray());
        return counts;
    }

    List<String> channels() {
        return jdbc.queryForList("select distinct channel from sales_order order by channel", String.class);
    }

    /** Whose promised day has just passed and who do not know it yet; what is long over is no news, and a payment that is awaited is no delay of ours. */
    List<OrderNumber> delayed(int most) {
        return jdbc.queryForList("select number from sales_order where " + LATE + " and status <> 'AWAITING_PAYMENT' and promised_on >= ? and delay_told_at is null "
                + "and contact_email is not null order by promised_on, number limit ?", String.class, Date.valueOf(today()), Date.valueOf(today().minusDays(NEWS)), most).stream()
                .map(OrderNumber::new).toList();
    }

    /** Whose time to pay ends until then without their customers having been told. */
    List<OrderNumber> toRemind(Instant until, int most) {
        return jdbc.queryForList("select number from sales_order where status = 'AWAITING_PAYMENT' and pay_until > ? and pay_until <= ? and pay_reminded_at is null "
                + "and contact_email is not null order by pay_until, number limit ?", String.class, Columns.utc(clock.instant()), Columns.utc(until), most).stream()
                .map(OrderNumber::new).toList();
    }

    /** Whose time to pay is over; those that staff keep are left out. */
    List<OrderNumber> unpaid(int most) {
        return jdbc.queryForList("select number from sales_order where status = 'AWAITING_PAYMENT' and pay_until <= ? and (held_at is null or held_until < ?) "
                + "order by pay_until, number limit ?", String.class, Columns.utc(clock.instant()), Date.valueOf(today()), most).stream().map(OrderNumber::new).toList();
    }

    /** Orders from before there was an end get one. */
    void limit(Instant end) {
        jdbc.update("update sales_order set pay_until = ? where status = 'AWAITING_PAYMENT' and pay_until is null", Columns.utc(end));
    }

    /** The next orders after one, the latest first. */
    List<OrderSummary> after(OrderFilter filter, OrderSummary last, int limit) {
        var where = where(filter);
        var values = new ArrayList<>(where.values());
        var condition = where.condition();
        if (last != null) {
            condition += (condition.isEmpty() ? " where " : " and ") + "(placed_at < ? or placed_at = ? and id < ?)";
            values.addAll(List.of(Columns.utc(last.placedAt()), Columns.utc(last.placedAt()), Columns.bytes(last.id().value())));
        }
        values.add(limit);
        return jdbc.query(OrderQueries.ROW + condition + " order by placed_at desc, id desc limit ?", (row, n) -> OrderQueries.summary(row), values.toArray());
    }

    Map<OrderId, OrderMarks> marks(Collection<OrderId> orders) {
        var marks = new HashMap<OrderId, OrderMarks>();
        if (!orders.isEmpty()) {
            var values = new ArrayList<Object>(List.of(Date.valueOf(today()), Date.valueOf(today())));
            orders.forEach(id -> values.add(Columns.bytes(id.value())));
            jdbc.query("select id, case when " + HELD + " then 1 else 0 end, case when " + LATE + " then 1 else 0 end, (select count(*) from sales_order_line l where l.order_id = "
                    + "sales_order.id and l.configuration is not null) from sales_order where id in (" + marks(orders.size()) + ")", row -> {
                        marks.put(new OrderId(Columns.uuid(row.getBytes(1))), new OrderMarks(row.getInt(2) == 1, row.getInt(3) == 1, row.getInt(4) > 0));
                    }, values.toArray());
        }
        return marks;
    }

    /** The lines of orders as they stand in a file, in the order of the orders. */
    List<List<String>> lines(List<OrderId> orders) {
        var found = new HashMap<OrderId, List<List<String>>>();
        jdbc.query("select o.id, o.number, o.placed_at, o.status, o.channel, o.contact_name, o.city, o.province, o.purchase_reference, l.position, l.sku, l.name_en, l.options_en, "
                + "coalesce(l.ordered_quantity, l.quantity) as ordered, l.quantity, (select coalesce(sum(g.quantity), 0) from shipment s join shipment_line g on g.shipment_id = s.id "
                + "where s.reference = o.id and g.line = l.position and s.shipped_at is not null) as sent, l.each_amount, l.total_amount, l.discount_amount, o.currency, "
                + "o.promised_on, o.shipped_at, o.delivered_at from sales_order o join sales_order_line l on l.order_id = o.id where o.id in (" + marks(orders.size())
                + ") order by o.id, l.position", row -> {
                    found.computeIfAbsent(new OrderId(Columns.uuid(row.getBytes("id"))), id -> new ArrayList<>()).add(line(row));
                }, orders.stream().map(id -> (Object) Columns.bytes(id.value())).toArray());
        return orders.stream().flatMap(id -> found.getOrDefault(id, List.of()).stream()).toList();
    }

    private static List<String> line(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        cells.add(row.getString("number"));
        cells.add(moment(row, "placed_at"));
        cells.add(OrderStatus.valueOf(row.getString("status")).code());
        for (var column : List.of("channel", "contact_name", "city", "province", "purchase_reference")) {
            cells.add(row.getString(column));
        }
        cells.add(String.valueOf(row.getInt("position") + 1));
        for (var column : List.of("sku", "name_en", "options_en", "ordered", "quantity", "sent", "each_amount", "total_amount", "discount_amount", "currency", "promised_on")) {
            cells.add(row.getString(column));
        }
        cells.add(moment(row, "shipped_at"));
        cells.add(moment(row, "delivered_at"));
        return cells;
    }

    private static String moment(ResultSet row, String column) throws SQLException {
        var at = Columns.instant(row, column);
        return at == null ? "" : at.toString();
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }
}
