package app.regulars.personaldata;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which personal fields nobody used in a view, a filter or an export for twelve months, and how many records fill them: what nobody
 * uses should not be asked for.
 */
@Service
@RolesAllowed(Permissions.PRIVACY_HANDLE)
public class FieldUse {

    private static final int MONTHS = 12;
    /** What a person can be asked for, table by table. */
    private static final Set<String> ASKED = Set.of("customer", "customer_address", "sales_order", "inquiry", "registration", "newsletter_request");
    /** Answers that say nothing by themselves and are asked for all the same. */
    private static final Set<String> ANSWERS = Set.of("customer.company_kind", "customer.preferred_channel", "customer.size_band", "customer.activity", "customer.need");

    /** Made of other columns, for finding. */
    private static final String DERIVED = "search_text";

    private final JdbcTemplate jdbc;
    private final DatabaseTables tables;
    private final ColumnMap map;
    private final Clock clock;

    FieldUse(JdbcTemplate jdbc, DatabaseTables tables, ColumnMap map, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.map = map;
        this.clock = clock;
    }

    /** @param filled records that have something there @param used null when never @param unused not for twelve months */
    public record Field(String name, String purpose, String retention, long filled, Instant used, String by, boolean unused) {
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<Field> report() {
        var since = clock.instant().atZone(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
        var used = new HashMap<String, Instant>();
        var how = new HashMap<String, String>();
        jdbc.query("select field_name, use_kind, used_at from field_use order by used_at", row -> {
            used.put(row.getString("field_name"), Columns.instant(row, "used_at"));
            how.put(row.getString("field_name"), row.getString("use_kind"));
        });
        var report = new ArrayList<Field>();
        map.all().stream().filter(FieldUse::isAsked).collect(Collectors.groupingBy(ColumnMap.Column::table, LinkedHashMap::new, Collectors.toList()))
                .forEach((table, columns) -> report.addAll(filled(table, columns)));
        // what the administrator added stands in rows, not in columns
        jdbc.query("select f.code, count(v.field_id) from customer_field f left join customer_field_value v on v.field_id = f.id group by f.code order by f.code", row -> {
            report.add(new Field("customer_field_value." + row.getString(1), "service", "customer", row.getLong(2), null, null, true));
        });
        return report.stream().map(field -> {
            var at = used.get(field.name());
            return new Field(field.name(), field.purpose(), field.retention(), field.filled(), at, how.get(field.name()), at == null || at.isBefore(since));
        }).sorted(Comparator.comparing(Field::unused).reversed()).toList();
    }

    /** How many rows fill each of a table's columns, in one statement. */
    private List<Field> filled(String table, List<ColumnMap.Column> columns) {
        var counts = columns.stream().map(column -> "count(nullif(" + column.name() + ", ''))").collect(Collectors.joining(", "));
        return jdbc.queryForObject("select " + counts + " from " + tables.all().get(table).name(), (row, n) -> {
            var fields = new ArrayList<Field>();
            for (var column : columns) {
                fields.add(new Field(name(column), column.purpose(), column.retention(), row.getLong(fields.size() + 1), null, null, true));
            }
            return fields;
        });
    }

    private static boolean isAsked(ColumnMap.Column column) {
        return ANSWERS.contains(name(column)) || ASKED.contains(column.table()) && !column.name().equals(DERIVED) && (column.mark() == PersonalMark.DIRECT || column.mark() == PersonalMark.CONTENT);
    }

    private static String name(ColumnMap.Column column) {
        return column.table() + "." + column.name();
    }
}
