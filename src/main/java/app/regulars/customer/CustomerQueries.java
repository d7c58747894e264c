package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The staff's list in plain SQL: a page costs the same few statements, whatever is asked for. */
@Component
class CustomerQueries {

    private static final String COLUMNS = "c.id, c.number, c.kind, c.name, c.company_name, c.email, c.contact_email, c.phone, c.stage, c.source, c.note, c.locale, c.joined_at";

    private final JdbcTemplate jdbc;
    private final CustomFields fields;

    CustomerQueries(JdbcTemplate jdbc, CustomFields fields) {
        this.jdbc = jdbc;
        this.fields = fields;
    }

    /** A condition with its values. */
    record Where(String sql, List<Object> values) {
    }

    /** Newest first. Four statements, one more when a custom field is asked for. */
    List<CustomerRow> page(CustomerFilter filter, int offset, int limit) {
        var where = where(filter);
        var values = new ArrayList<>(where.values());
        values.add(limit);
        values.add(offset);
        var rows = jdbc.query("select " + COLUMNS + " from customer c" + where.sql() + " order by c.joined_at desc, c.id desc limit ? offset ?",
                (row, n) -> row(row), values.toArray());
        return completed(rows);
    }

    /** Those that come after a row of the same order, for going through all of them. @param after null for the first */
    List<CustomerRow> after(CustomerFilter filter, CustomerRow after, int limit) {
        var where = where(filter);
        var values = new ArrayList<>(where.values());
        var sql = where.sql();
        if (after != null) {
            var at = app.regulars.platform.persistence.Columns.utc(after.since());
            sql += (sql.isEmpty() ? " where " : " and ") + "(c.joined_at < ? or c.joined_at = ? and c.id < ?)";
            values.addAll(List.of(at, at, bytes(after.id().value())));
        }
        values.add(limit);
        return completed(jdbc.query("select " + COLUMNS + " from customer c" + sql + " order by c.joined_at desc, c.id desc limit ?", (row, n) -> row(row), values.toArray()));
    }

    long count(CustomerFilter filter) {
        var where = where(filter);
        return jdbc.queryForObject("select count(*) from customer c" + where.sql(), Long.class, where.values().toArray());
    }

    List<String> sources() {
        return jdbc.queryForList("select distinct source from customer_origin order by source", String.class);
    }

    private static CustomerRow row(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return new CustomerRow(new CustomerId(uuid(row.getBytes("id"))), row.getString("number"), PartyKind.valueOf(row.getString("kind")), row.getString("name"),
                row.getString("company_name"), email == null ? row.getString("contact_email") : email, row.getString("phone"), row.getString("stage"),
                row.getString("source"), null, List.of(), row.getString("note"), Languages.of(row.getString("locale")), instant(row, "joined_at"));
    }

    private List<CustomerRow> completed(List<CustomerRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var marks = String.join(",", rows.stream().map(row -> "?").toList());
        var ids = rows.stream().map(row -> (Object) bytes(row.id().value())).toArray();
        var roles = new HashMap<UUID, List<String>>();
        jdbc.query("select customer_id, role from customer_role where role <> 'customer' and customer_id in (" + marks + ") order by role", row -> {
            roles.computeIfAbsent(uuid(row.getBytes(1)), id -> new ArrayList<>()).add(row.getString(2));
        }, ids);
        var places = new HashMap<UUID, String>();
        jdbc.query("select customer_id, city, province from customer_address where is_default = true and customer_id in (" + marks + ")", row -> {
            places.put(uuid(row.getBytes(1)), row.getString(3) == null ? row.getString(2) : row.getString(2) + ", " + row.getString(3));
        }, ids);
        return rows.stream().map(row -> new CustomerRow(row.id(), row.number(), row.kind(), row.name(), row.company(), row.email(), row.phone(), row.stage(), row.source(),
                places.get(row.id().value()), roles.getOrDefault(row.id().value(), List.of()), row.note(), row.locale(), row.since())).toList();
    }

    Where where(CustomerFilter filter) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<>();
        conditions.add("c.merged_into is null");
        if (!filter.text().isBlank()) {
            conditions.add("c.search_text like ? escape '!'");
            values.add(like(filter.text()));
        }
        equal(conditions, values, "c.kind", filter.kind().toUpperCase(Locale.ROOT));
        equal(conditions, values, "c.stage", filter.stage());
        equal(conditions, values, "c.source", filter.source());
        equal(conditions, values, "c.size_band", filter.size());
        equal(conditions, values, "c.activity", filter.activity());
        equal(conditions, values, "c.need", filter.need());
        equal(conditions, values, "c.preferred_channel", filter.channel());
        if (!filter.language().isBlank()) {
            conditions.add("c.locale like ?");
            values.add(filter.language().replaceAll("[^a-z]", "") + "%");
        }
        if (!filter.role().isBlank()) {
            conditions.add("c.id in (select r.customer_id from customer_role r where r.role = ?)");
            values.add(filter.role());
        }
        if (!filter.province().isBlank()) {
            conditions.add("c.id in (select a.customer_id from customer_address a where a.province = ? and a.is_default = true)");
            values.add(filter.province());
        }
        if (!filter.cost().isBlank()) {
            conditions.add("c.id in (select k.customer_id from customer_cost k where k.band = ?)");
            values.add(filter.cost());
        }
        if (!filter.group().isBlank()) {
            group(conditions, values, filter.group());
        }
        if (!filter.custom().isEmpty()) {
            var known = new HashMap<String, CustomField>();
            fields.active().forEach(field -> known.put(field.code(), field));
            filter.custom().forEach((code, wanted) -> custom(conditions, values, known.get(code), wanted));
        }
        return new Where(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions), values);
    }

    /** A group that fills itself asks for no such group in turn, so this ends; a retired one holds for nobody. */
    private void group(List<String> conditions, List<Object> values, String code) {
        var written = jdbc.query("select conditions from customer_group where code = ? and retired_at is null", (row, n) -> Optional.ofNullable(row.getString(1)), code);
        if (written.isEmpty()) {
            conditions.add("1 = 0");
        } else if (written.getFirst().isEmpty()) {
            conditions.add("c.id in (select m.customer_id from customer_group_member m join customer_group g on g.id = m.group_id where g.code = ?)");
            values.add(code);
        } else {
            var within = where(CustomerFilter.read(written.getFirst().get()));
            conditions.add(within.sql().substring(" where ".length()));
            values.addAll(within.values());
        }
    }

    private static void equal(List<String> conditions, List<Object> values, String column, String wanted) {
        if (!wanted.isBlank()) {
            conditions.add(column + " = ?");
            values.add(wanted);
        }
    }

    /** Whoever did not agree to it is in no group that is made by a demographic answer. */
    private static void custom(List<String> conditions, List<Object> values, CustomField field, String wanted) {
        if (field == null) {
            conditions.add("1 = 0");
            return;
        }
        if (field.demographic()) {
            conditions.add("c.demographics_at is not null");
        }
        var inner = new ArrayList<String>();
        var within = new ArrayList<Object>();
        switch (field.kind()) {
            case NUMBER -> range(inner, within, "v.value_number", wanted, CustomerQueries::number);
            case DATE -> range(inner, within, "v.value_date", wanted, CustomerQueries::date);
            case TEXT -> {
                inner.add("v.value_key like ? escape '!'");
                within.add(like(wanted));
            }
            case YES_NO, CHOICE -> {
                inner.add("v.value_key = ?");
                within.add(CustomField.key(wanted));
            }
        }
        conditions.add("c.id in (select v.customer_id from customer_field_value v where v.field_id = ? and " + String.join(" and ", inner) + ")");
        values.add(bytes(field.id()));
        values.addAll(within);
    }

    private static void range(List<String> inner, List<Object> within, String column, String wanted, java.util.function.Function<String, Object> read) {
        var ends = wanted.split("\\.\\.", 2);
        var from = read.apply(ends[0]);
        var to = ends.length > 1 ? read.apply(ends[1]) : from;
        if (from == null && to == null) {
            inner.add("1 = 0");
        }
        if (from != null) {
            inner.add(column + " >= ?");
            within.add(from);
        }
        if (to != null) {
            inner.add(column + " <= ?");
            within.add(to);
        }
    }

    private static Object number(String text) {
        try {
            return text.isBlank() ? null : new BigDecimal(text.strip().replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static Object date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    static String like(String text) {
        return "%" + PersonTexts.plain(text).replace("!", "!!").replace("%", "!%").replace("_", "!_").replaceAll("\\s+", "%") + "%";
    }
}
