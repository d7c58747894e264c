package app.regulars.invoicing;

import app.regulars.ordering.SeenOrders;
import app.regulars.platform.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of papers straight from their table, the latest first. */
@Component
class InvoiceLists {

    private static final String COLUMNS = "select number, kind, credits_number, order_number, issued_on, due_on, buyer_name, buyer_company, net, tax, total, currency from invoice";

    private final JdbcTemplate jdbc;
    private final SeenOrders seen;

    InvoiceLists(JdbcTemplate jdbc, SeenOrders seen) {
        this.seen = seen;
        this.jdbc = jdbc;
    }

    List<InvoiceRow> page(InvoiceFilter filter, int offset, int limit) {
        var values = new ArrayList<Object>();
        var where = where(filter, values);
        values.add(limit);
        values.add(offset);
        return jdbc.query(COLUMNS + where + " order by issued_on desc, number desc limit ? offset ?", (row, n) -> row(row), values.toArray());
    }

    long count(InvoiceFilter filter) {
        var values = new ArrayList<Object>();
        return jdbc.queryForObject("select count(*) from invoice" + where(filter, values), Long.class, values.toArray());
    }

    /** What comes after that one in the list. @param last null for the first */
    List<InvoiceRow> after(InvoiceFilter filter, InvoiceRow last, int limit) {
        var values = new ArrayList<Object>();
        var where = where(filter, values);
        if (last != null) {
            where += (where.isEmpty() ? " where " : " and ") + "(issued_on < ? or issued_on = ? and number < ?)";
            values.add(last.issuedOn());
            values.add(last.issuedOn());
            values.add(last.number());
        }
        values.add(limit);
        return jdbc.query(COLUMNS + where + " order by issued_on desc, number desc limit ?", (row, n) -> row(row), values.toArray());
    }

    private String where(InvoiceFilter filter, List<Object> values) {
        var parts = new ArrayList<String>();
        seen.condition("invoice.order_number", values).ifPresent(parts::add);
        if (!filter.kind().isEmpty()) {
            parts.add("kind = ?");
            values.add(filter.kind().toUpperCase(Locale.ROOT));
        }
        if (filter.from() != null) {
            parts.add("issued_on >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            parts.add("issued_on <= ?");
            values.add(filter.to());
        }
        if (!filter.text().isEmpty()) {
            var text = filter.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
            parts.add("(number like ? escape '!' or order_number like ? escape '!' or lower(buyer_name) like ? escape '!' or lower(buyer_company) like ? escape '!')");
            values.add(text.toUpperCase(Locale.ROOT) + "%");
            values.add(text.toUpperCase(Locale.ROOT) + "%");
            values.add("%" + text.toLowerCase(Locale.ROOT) + "%");
            values.add("%" + text.toLowerCase(Locale.ROOT) + "%");
        }
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    private static InvoiceRow row(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var company = row.getString("buyer_company");
        return new InvoiceRow(row.getString("number"), "CREDIT".equals(row.getString("kind")), row.getString("credits_number"), row.getString("order_number"),
                row.getObject("issued_on", LocalDate.class), row.getObject("due_on", LocalDate.class), company == null || company.isBlank() ? row.getString("buyer_name") : company,
                Money.of(row.getBigDecimal("net"), currency), Money.of(row.getBigDecimal("tax"), currency), Money.of(row.getBigDecimal("total"), currency));
    }
}
