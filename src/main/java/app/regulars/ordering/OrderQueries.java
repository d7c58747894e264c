package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists and sums over orders, straight into read records. */
@Component
class OrderQueries {

    static final String ROW = "select id, number, customer_id, status, placed_at, total, currency, pieces from sales_order";

    private final JdbcTemplate jdbc;
    private final OrderLists lists;

    OrderQueries(JdbcTemplate jdbc, OrderLists lists) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** What somebody buys again and again. */
    record Bought(VariantId variant, int times, int lastQuantity, Instant lastAt) {
    }

    OrderPage page(OrderFilter filter, int offset, int limit) {
        var where = lists.where(filter);
        var values = new ArrayList<>(where.values());
        var condition = where.condition();
        var total = jdbc.queryForObject("select count(*) from sales_order" + condition, Long.class, values.toArray());
        values.add(limit);
        values.add(offset);
        return new OrderPage(jdbc.query(ROW + condition + " order by placed_at desc, id desc limit ? offset ?", (row, n) -> summary(row), values.toArray()),
                total);
    }

    Map<OrderStatus, Long> counts() {
        return lists.counts();
    }

    long count(CustomerId customer) {
        return jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Long.class, Columns.bytes(customer.value()));
    }

    /** Without canceled orders; credits count against. */
    Money spent(CustomerId customer, Instant since, String currency) {
        var sum = jdbc.queryForObject("select sum(total) from sales_order where customer_id = ? and placed_at >= ? and status <> 'CANCELED' and currency = ?",
                BigDecimal.class, Columns.bytes(customer.value()), Columns.utc(since), currency);
        return Money.of(sum == null ? BigDecimal.ZERO : sum, currency);
    }

    List<OrderSummary> within(Instant from, Instant to, int limit) {
        return jdbc.query(ROW + " where placed_at >= ? and placed_at < ? order by placed_at desc limit ?", (row, n) -> summary(row), Columns.utc(from),
                Columns.utc(to), limit);
    }

    /** Variants by how often they were ordered since then. */
    List<Bought> bought(CustomerId customer, Instant since, int limit) {
        var times = new LinkedHashMap<UUID, Bought>();
        jdbc.query("select l.variant_id, count(*) as times, max(o.placed_at) as last_at from sales_order o join sales_order_line l on l.order_id = o.id "
                + "where o.customer_id = ? and o.placed_at >= ? and o.kind = 'ORDER' and o.status <> 'CANCELED' and l.variant_id is not null "
                + "group by l.variant_id order by times desc, last_at desc limit ?", row -> {
                    var variant = Columns.uuid(row.getBytes(1));
                    times.put(variant, new Bought(new VariantId(variant), row.getInt(2), 1, Columns.instant(row, "last_at")));
                }, Columns.bytes(customer.value()), Columns.utc(since), limit);
        if (times.isEmpty()) {
            return List.of();
        }
        // how many of each were in the last order that had it: the moments are known, so it is one statement for all of them
        var values = new ArrayList<Object>(List.of(Columns.bytes(customer.value())));
        times.values().forEach(each -> values.add(Columns.utc(each.lastAt())));
        times.keySet().forEach(variant -> values.add(Columns.bytes(variant)));
        var marks = String.join(",", Collections.nCopies(times.size(), "?"));
        jdbc.query("select l.variant_id, l.quantity, o.placed_at from sales_order o join sales_order_line l on l.order_id = o.id where o.customer_id = ? and o.placed_at in (" + marks
                + ") and o.kind = 'ORDER' and o.status <> 'CANCELED' and l.variant_id in (" + marks + ") order by l.position desc", row -> {
                    var at = Columns.instant(row, "placed_at");
                    var quantity = row.getInt(2);
                    times.computeIfPresent(Columns.uuid(row.getBytes(1)),
                            (variant, each) -> each.lastAt().equals(at) ? new Bought(each.variant(), each.times(), quantity, at) : each);
                }, values.toArray());
        return List.copyOf(times.values());
    }

    /** The pictures and names of the first lines of orders, for lists. */
    Map<OrderId, List<OrderFace>> faces(Collection<OrderId> orders) {
        var found = new HashMap<OrderId, List<OrderFace>>();
        if (!orders.isEmpty()) {
            jdbc.query("select order_id, name_en, name_fr, art, backdrop, quantity from sales_order_line where position < 4 and order_id in ("
                    + String.join(",", Collections.nCopies(orders.size(), "?")) + ") order by order_id, position", row -> {
                        found.computeIfAbsent(new OrderId(Columns.uuid(row.getBytes(1))), id -> new ArrayList<>())
                                .add(new OrderFace(new app.regulars.platform.i18n.Localized(row.getString(2), row.getString(3)), row.getString(4),
                                        row.getString(5), row.getInt(6)));
                    }, orders.stream().map(id -> (Object) Columns.bytes(id.value())).toArray());
        }
        return found;
    }

    static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(new OrderId(Columns.uuid(row.getBytes("id"))), new OrderNumber(row.getString("number")),
                new CustomerId(Columns.uuid(row.getBytes("customer_id"))), OrderStatus.valueOf(row.getString("status")), Columns.instant(row, "placed_at"),
                Money.of(row.getBigDecimal("total"), row.getString("currency")), row.getInt("pieces"));
    }
}
