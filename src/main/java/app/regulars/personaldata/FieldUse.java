package app.regulars.personaldata;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
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
        for (var column : map.all()) {
            if (ASKED.contains(column.table()) && (column.mark() == PersonalMark.DIRECT || column.mark() == PersonalMark.CONTENT)) {
                var name = column.table() + "." + column.name();
                var filled = jdbc.queryForObject("select count(" + column.name() + ") from " + tables.all().get(column.table()).name(), Long.class);
                var at = used.get(name);
                report.add(new Field(name, column.purpose(), column.retention(), filled, at, how.get(name), at == null || at.isBefore(since)));
            }
        }
        report.sort((a, b) -> Boolean.compare(b.unused(), a.unused()));
        return report;
    }
}
