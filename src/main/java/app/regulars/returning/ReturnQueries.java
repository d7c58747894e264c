package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.SeenOrders;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of returns, straight into read records. */
@Component
class ReturnQueries {

    private static final String ROW = "select r.number, r.kind, r.status, r.order_number, r.customer_id, r.name_en, r.name_fr, r.options_en, r.options_fr, r.art, r.backdrop, "
            + "r.quantity, r.opened_at, e.name_en as reason_en, e.name_fr as reason_fr from return_request r join return_reason e on e.id = r.reason_id ";

    private final JdbcTemplate jdbc;
    private final SeenOrders seen;

    ReturnQueries(JdbcTemplate jdbc, SeenOrders seen) {
        this.seen = seen;
        this.jdbc = jdbc;
    }

    List<ReturnRow> ofCustomer(CustomerId me, int limit) {
        return jdbc.query(ROW + "where r.customer_id = ? order by r.opened_at desc, r.id desc limit ?", (row, n) -> row(row), bytes(me.value()), limit);
    }

    List<ReturnRow> ofOrder(OrderId order) {
        return jdbc.query(ROW + "where r.order_id = ? order by r.opened_at, r.id limit 100", (row, n) -> row(row), (Object) bytes(order.value()));
    }

    ReturnPage page(ReturnFilter filter, int offset, int limit) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        seen.condition("r.order_number", values).ifPresent(where::add);
        if (filter.status() != null) {
            where.add("r.status = ?");
            values.add(filter.status().name());
        }
        if (filter.reason() != null) {
            where.add("r.reason_id = ?");
            values.add(bytes(filter.reason()));
        }
        if (filter.sku() != null) {
            where.add("r.sku = ?");
            values.add(filter.sku());
        }
        if (filter.from() != null) {
            where.add("r.opened_at >= ?");
            values.add(utc(filter.from()));
        }
        if (filter.before() != null) {
            where.add("r.opened_at < ?");
            values.add(utc(filter.before()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.add("(r.number like ? or r.order_number like ?)");
            var pattern = "%" + filter.text().strip().toUpperCase(java.util.Locale.ROOT).replaceAll("[%_\\\\]", "") + "%";
            values.add(pattern);
            values.add(pattern);
        }
        var condition = where.isEmpty() ? "" : "where " + String.join(" and ", where);
        var total = jdbc.queryForObject("select count(*) from return_request r " + condition, Long.class, values.toArray());
        values.add(limit);
        values.add(offset);
        // who waits longest stands first where something is to be done
        var order = filter.status() != null && filter.status().isOpen() ? "r.opened_at, r.id" : "r.opened_at desc, r.id desc";
        return new ReturnPage(jdbc.query(ROW + condition + " order by " + order + " limit ? offset ?", (row, n) -> row(row), values.toArray()), total);
    }

    Map<ReturnStatus, Long> counts() {
        var counts = new EnumMap<ReturnStatus, Long>(ReturnStatus.class);
        var values = new ArrayList<Object>();
        var where = seen.condition("r.order_number", values).map(condition -> " where " + condition).orElse("");
        jdbc.query("select r.status, count(*) from return_request r" + where + " group by r.status", row -> {
            counts.put(ReturnStatus.valueOf(row.getString(1)), row.getLong(2));
        }, values.toArray());
        return counts;
    }

    private static ReturnRow row(ResultSet row) throws SQLException {
        return new ReturnRow(new ReturnNumber(row.getString("number")), ReturnKind.valueOf(row.getString("kind")), ReturnStatus.valueOf(row.getString("status")),
                new OrderNumber(row.getString("order_number")), new CustomerId(uuid(row.getBytes("customer_id"))), new Localized(row.getString("name_en"), row.getString("name_fr")),
                new Localized(row.getString("options_en") == null ? "" : row.getString("options_en"), row.getString("options_fr")), row.getString("art"), row.getString("backdrop"),
                row.getInt("quantity"), new Localized(row.getString("reason_en"), row.getString("reason_fr")), instant(row, "opened_at"));
    }
}
