package app.regulars.platform.audit;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the history by the place of an entry, not by counting rows: the thousandth page costs what the first does. One statement a
 * page, whatever is asked for.
 */
@Component
class AuditSearch {

    private static final int MOST_WORDS = 6;
    private static final String COLUMNS = "id, happened_at, staff_id, action, subject_kind, subject_id, subject_label, customer_id, detail, before_values, "
            + "after_values, reason, chain_position, erased_at";

    private final JdbcTemplate jdbc;

    AuditSearch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A place between two entries: "older than this one" or "newer than this one". */
    record Place(boolean older, Instant at, UUID id) {

        /** Empty for anything that this did not write. */
        static java.util.Optional<Place> read(String text) {
            if (text == null || !text.matches("[on][0-9]{1,19}-[0-9a-f-]{36}")) {
                return java.util.Optional.empty();
            }
            var dash = text.indexOf('-');
            try {
                return java.util.Optional.of(new Place(text.charAt(0) == 'o', Instant.EPOCH.plus(Long.parseLong(text.substring(1, dash)), ChronoUnit.MICROS),
                        UUID.fromString(text.substring(dash + 1))));
            } catch (IllegalArgumentException | ArithmeticException notAPlace) {
                return java.util.Optional.empty();
            }
        }

        static String of(boolean older, AuditRow row) {
            return (older ? "o" : "n") + ChronoUnit.MICROS.between(Instant.EPOCH, row.at()) + "-" + row.id();
        }
    }

    AuditPage page(AuditFilter filter, String place, int size) {
        var from = Place.read(place).orElse(null);
        var forward = from != null && !from.older();
        var rows = rows(filter, from, size + 1);
        var more = rows.size() > size;
        var shown = new ArrayList<>(rows.subList(0, Math.min(size, rows.size())));
        if (forward) {
            java.util.Collections.reverse(shown);
        }
        if (shown.isEmpty()) {
            return new AuditPage(List.of(), null, null);
        }
        var older = forward || more ? Place.of(true, shown.getLast()) : null;
        var newer = from != null && (!forward || more) ? Place.of(false, shown.getFirst()) : null;
        return new AuditPage(shown, older, newer);
    }

    /** Newest first; from a place on whose newer side is asked for, oldest first. */
    List<AuditRow> rows(AuditFilter filter, Place from, int most) {
        var sql = new StringBuilder("select ").append(COLUMNS).append(" from audit_entry where 1 = 1");
        var values = new ArrayList<Object>();
        if (filter.staff() != null) {
            sql.append(" and staff_id = ?");
            values.add(bytes(filter.staff().value()));
        }
        if (filter.customer() != null) {
            sql.append(" and customer_id = ?");
            values.add(bytes(filter.customer().value()));
        }
        if (filter.label() != null && !filter.label().isBlank()) {
            sql.append(" and subject_label = ?");
            values.add(filter.label().strip());
        }
        if (filter.action() != null && !filter.action().isBlank()) {
            sql.append(filter.action().indexOf('.') < 0 ? " and action >= ? and action < ?" : " and action = ?");
            values.add(filter.action().indexOf('.') < 0 ? filter.action() + "." : filter.action());
            if (filter.action().indexOf('.') < 0) {
                values.add(filter.action() + "/");
            }
        }
        if (filter.from() != null) {
            sql.append(" and happened_at >= ?");
            values.add(utc(filter.from()));
        }
        if (filter.until() != null) {
            sql.append(" and happened_at < ?");
            values.add(utc(filter.until()));
        }
        if (filter.text() != null) {
            AuditContent.normal(filter.text()).lines().flatMap(line -> List.of(line.split(" ")).stream()).filter(word -> !word.isBlank()).limit(MOST_WORDS).forEach(word -> {
                sql.append(" and search_text like ? escape '!'");
                values.add("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            });
        }
        var forward = from != null && !from.older();
        if (from != null) {
            sql.append(forward ? " and (happened_at > ? or happened_at = ? and id > ?)" : " and (happened_at < ? or happened_at = ? and id < ?)");
            values.add(utc(from.at()));
            values.add(utc(from.at()));
            values.add(bytes(from.id()));
            // the same once more in the form that an index can use
            sql.append(forward ? " and happened_at >= ?" : " and happened_at <= ?");
            values.add(utc(from.at()));
        }
        sql.append(forward ? " order by happened_at, id limit ?" : " order by happened_at desc, id desc limit ?");
        values.add(most);
        return jdbc.query(sql.toString(), AuditSearch::row, values.toArray());
    }

    private static AuditRow row(ResultSet row, int n) throws SQLException {
        var staff = uuid(row.getBytes("staff_id"));
        var customer = uuid(row.getBytes("customer_id"));
        var position = row.getLong("chain_position");
        var chained = !row.wasNull();
        return new AuditRow(uuid(row.getBytes("id")), instant(row, "happened_at"), staff == null ? null : new StaffId(staff), row.getString("action"),
                row.getString("subject_kind"), uuid(row.getBytes("subject_id")), row.getString("subject_label"), customer == null ? null : new CustomerId(customer),
                row.getString("detail"), AuditContent.read(row.getString("before_values")), AuditContent.read(row.getString("after_values")),
                row.getString("reason"), chained ? position : null, row.getTimestamp("erased_at") != null);
    }
}
