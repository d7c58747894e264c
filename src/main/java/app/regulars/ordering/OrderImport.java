package app.regulars.ordering;

import app.regulars.customer.Stages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records orders of the past as another system has them: delivered, without messages, without movements of stock. The order's
 * number is the key: again the same changes nothing, something else replaces what was imported before.
 */
@Service
public class OrderImport {

    private static final int MOST_LINES_IN_A_BATCH = 5_000;
    private static final int LONGEST_NAME = 300;

    private final JdbcTemplate jdbc;
    private final Stages stages;
    private final SecureRandom random = new SecureRandom();

    OrderImport(JdbcTemplate jdbc, Stages stages) {
        this.stages = stages;
        this.jdbc = jdbc;
    }

    private record Row(UUID id, int position, ImportedOrder.Line line) {
    }

    /**
     * Adds or replaces orders, about a thousand at once.
     *
     * @return how many there were not before
     * @throws IllegalArgumentException for a number that belongs to an order that was not imported
     */
    @Transactional
    public int save(List<ImportedOrder> orders) {
        if (orders.isEmpty()) {
            return 0;
        }
        var known = known(orders);
        var replaced = known.values().stream().map(Columns::bytes).map(id -> new Object[] {id}).toList();
        if (!replaced.isEmpty()) {
            for (var table : List.of("sales_order_line", "sales_order_tax", "sales_order_discount", "sales_order_moment")) {
                jdbc.batchUpdate("delete from " + table + " where order_id = ?", replaced);
            }
            jdbc.batchUpdate("delete from sales_order where id = ?", replaced);
        }
        var ids = new HashMap<OrderNumber, UUID>();
        orders.forEach(order -> ids.put(order.number(), known.getOrDefault(order.number().value(), Ids.next())));
        heads(orders, ids);
        lines(orders, ids);
        taxes(orders, ids);
        jdbc.batchUpdate("insert into sales_order_moment (order_id, position, happened_at, what, actor) values (?, 0, ?, 'placed', 'system')", orders, 1_000,
                (statement, order) -> {
                    statement.setBytes(1, Columns.bytes(ids.get(order.number())));
                    statement.setObject(2, Columns.utc(order.placedAt()));
                });
        var first = new HashMap<CustomerId, Instant>();
        orders.stream().filter(order -> !order.credit()).forEach(order -> first.merge(order.customer(), order.placedAt(), (a, b) -> a.isBefore(b) ? a : b));
        first.forEach((customer, at) -> stages.reached(customer, "ordered", at));
        orderedAgain(first.keySet()).forEach((customer, at) -> stages.reached(customer, "ordered-again", at));
        return orders.size() - known.size();
    }

    /** Those with orders enough for a regular, and when they placed the one that made them so: files are not sorted, so all that is known now is counted. */
    private Map<CustomerId, Instant> orderedAgain(Collection<CustomerId> customers) {
        var again = new HashMap<CustomerId, Instant>();
        if (!customers.isEmpty()) {
            jdbc.query("select customer_id, placed_at from (select customer_id, placed_at, row_number() over (partition by customer_id order by placed_at, id) as nth "
                    + "from sales_order where kind = 'ORDER' and status <> 'CANCELED' and customer_id in (" + String.join(",", Collections.nCopies(customers.size(), "?"))
                    + ")) o where nth = " + StageOfBuyers.REGULAR, row -> {
                        again.put(new CustomerId(Columns.uuid(row.getBytes("customer_id"))), Columns.instant(row, "placed_at"));
                    }, customers.stream().map(customer -> (Object) Columns.bytes(customer.value())).toArray());
        }
        return again;
    }

    private Map<String, UUID> known(List<ImportedOrder> orders) {
        var known = new HashMap<String, UUID>();
        var numbers = orders.stream().map(order -> (Object) order.number().value()).distinct().toArray();
        if (numbers.length < orders.size()) {
            throw new IllegalArgumentException("an order number stands twice in one batch");
        }
        jdbc.query("select number, id, channel from sales_order where number in (" + String.join(",", Collections.nCopies(numbers.length, "?")) + ")", row -> {
            if (!"import".equals(row.getString(3))) {
                throw new IllegalArgumentException("order " + row.getString(1) + " was not imported");
            }
            known.put(row.getString(1), Columns.uuid(row.getBytes(2)));
        }, numbers);
        return known;
    }

    private void heads(List<ImportedOrder> orders, Map<OrderNumber, UUID> ids) {
        jdbc.batchUpdate("insert into sales_order (id, version, number, kind, status, customer_id, channel, placed_at, packed_at, shipped_at, delivered_at, "
                + "currency, goods, shipping, total, pieces, contact_name, locale, recipient, country, shipping_option, note, track_token, search_text) "
                + "values (?, 0, ?, ?, 'DELIVERED', ?, 'import', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'en-CA', ?, ?, 'none', ?, ?, ?)", orders, 1_000,
                (statement, order) -> head(statement, order, ids.get(order.number())));
    }

    private void head(PreparedStatement statement, ImportedOrder order, UUID id) throws SQLException {
        var goods = BigDecimal.ZERO;
        var pieces = 0;
        for (var line : order.lines()) {
            goods = goods.add(total(line).amount());
            pieces += line.quantity();
        }
        var shipping = order.shipping() == null ? BigDecimal.ZERO : order.shipping().amount();
        var taxes = order.taxes() == null ? BigDecimal.ZERO : order.taxes().amount();
        var at = Columns.utc(order.placedAt());
        statement.setBytes(1, Columns.bytes(id));
        statement.setString(2, order.number().value());
        statement.setString(3, (order.credit() ? OrderKind.CREDIT : OrderKind.ORDER).name());
        statement.setBytes(4, Columns.bytes(order.customer().value()));
        for (var column = 5; column <= 8; column++) {
            statement.setObject(column, at);
        }
        statement.setString(9, order.currency());
        statement.setBigDecimal(10, goods);
        statement.setBigDecimal(11, shipping);
        statement.setBigDecimal(12, goods.add(shipping).add(taxes));
        statement.setInt(13, pieces);
        statement.setString(14, order.customerName());
        statement.setString(15, order.shipTo());
        statement.setString(16, order.country());
        statement.setString(17, order.note());
        var token = new byte[16];
        random.nextBytes(token);
        statement.setString(18, Base64.getUrlEncoder().withoutPadding().encodeToString(token));
        statement.setString(19, SearchTexts.of(order.number().value(), order.customerName(), order.shipTo()));
    }

    private void lines(List<ImportedOrder> orders, Map<OrderNumber, UUID> ids) {
        var rows = new ArrayList<Row>();
        for (var order : orders) {
            var position = 0;
            for (var line : order.lines()) {
                rows.add(new Row(ids.get(order.number()), position++, line));
            }
        }
        jdbc.batchUpdate("insert into sales_order_line (order_id, position, variant_id, sku, name_en, weight_grams, quantity, each_amount, total_amount) "
                + "values (?, ?, ?, ?, ?, 0, ?, ?, ?)", rows, MOST_LINES_IN_A_BATCH, (statement, row) -> {
                    var line = row.line();
                    statement.setBytes(1, Columns.bytes(row.id()));
                    statement.setInt(2, row.position());
                    if (line.variant() == null) {
                        statement.setNull(3, Types.BINARY);
                    } else {
                        statement.setBytes(3, Columns.bytes(line.variant().value()));
                    }
                    statement.setString(4, line.sku());
                    statement.setString(5, line.name().length() <= LONGEST_NAME ? line.name() : line.name().substring(0, LONGEST_NAME));
                    statement.setInt(6, line.quantity());
                    statement.setBigDecimal(7, line.each().amount());
                    statement.setBigDecimal(8, total(line).amount());
                });
    }

    private void taxes(List<ImportedOrder> orders, Map<OrderNumber, UUID> ids) {
        var taxed = orders.stream().filter(order -> order.taxes() != null && !order.taxes().isZero()).toList();
        jdbc.batchUpdate("insert into sales_order_tax (order_id, position, code, tax_amount) values (?, 0, 'TAX', ?)", taxed, 1_000, (statement, order) -> {
            statement.setBytes(1, Columns.bytes(ids.get(order.number())));
            statement.setBigDecimal(2, order.taxes().amount());
        });
    }

    /** As it was recorded: not rounded, so that sums equal those of the other system. */
    private static Money total(ImportedOrder.Line line) {
        return line.each().times(line.quantity());
    }
}
