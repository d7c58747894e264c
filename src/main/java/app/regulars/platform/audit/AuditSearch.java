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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the history by the place of an entry, not by counting rows: the thousandth page costs what the first does. Words are in no
 * index: a page looks for them in a stretch of what the other questions leave, piece by piece until it is long enough or took long
 * enough, and says how far it came.
 */
@Component
class AuditSearch {

    private static final int MOST_WORDS = 6;
    private static final int PIECE = 2_000;
    /** In nanoseconds; the piece that is begun is read to its end. */
    private static final long LONG_ENOUGH = 250_000_000L;
    private static final String COLUMNS = "id, happened_at, staff_id, action, subject_kind, subject_id, subject_label, customer_id, detail, before_values, "
            + "after_values, reason, chain_position, erased_at";

    private final JdbcTemplate jdbc;
    private final int stretch;

    AuditSearch(JdbcTemplate jdbc, @Value("${regulars.audit.stretch:20000}") int stretch) {
        this.jdbc = jdbc;
        this.stretch = stretch;
    }

    /** A place between two entries: "older than this one" or "newer than this one". */
    record Place(boolean older, Instant at, UUID id) {

        /** Empty for anything that this did not write. */
        static Optional<Place> read(String text) {
            if (text == null || !text.matches("[on][0-9]{1,19}-[0-9a-f-]{36}")) {
                return Optional.empty();
            }
            var dash = text.indexOf('-');
            try {
                return Optional.of(new Place(text.charAt(0) == 'o', Instant.EPOCH.plus(Long.parseLong(text.substring(1, dash)), ChronoUnit.MICROS),
                        UUID.fromString(text.substring(dash + 1))));
            } catch (IllegalArgumentException | ArithmeticException notAPlace) {
                return Optional.empty();
            }
        }

        static Place of(boolean older, AuditRow row) {
            return new Place(older, row.at(), row.id());
        }

        String text() {
            return (older ? "o" : "n") + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }
    }

    /**
     * @param rows    in the direction of the look
     * @param onward  where it goes on, or null when everything was seen
     * @param reached as in {@link AuditPage}
     */
    record Step(List<AuditRow> rows, Place onward, Instant reached) {
    }

    AuditPage page(AuditFilter filter, String place, int size) {
        var from = Place.read(place).orElse(null);
        var forward = from != null && !from.older();
        var step = step(filter, from, size);
        var rows = forward ? step.rows().reversed() : step.rows();
        var onward = step.onward() == null ? null : step.onward().text();
        var back = from == null ? null : rows.isEmpty() ? new Place(forward, from.at(), from.id()) : Place.of(forward, step.rows().getFirst());
        var backward = back == null ? null : back.text();
        return new AuditPage(rows, forward ? backward : onward, forward ? onward : backward, step.reached());
    }

    /** Newest first; from a place on whose newer side is asked for, oldest first. */
    Step step(AuditFilter filter, Place from, int most) {
        var older = from == null || from.older();
        var actions = actions(filter.action());
        if (actions != null && actions.isEmpty()) {
            return new Step(List.of(), null, null);
        }
        var words = words(filter);
        if (words.isEmpty()) {
            return step(read(question(filter, actions, from, older), older, most + 1), older, most, null);
        }
        var found = new ArrayList<AuditRow>();
        var enough = System.nanoTime() + LONG_ENOUGH;
        var piece = Math.min(PIECE, stretch);
        var place = from;
        for (var seen = piece; ; seen += piece) {
            var question = question(filter, actions, place, older);
            var end = end(question, older, piece);
            if (end != null) {
                question.and(older ? "(happened_at > ? or happened_at = ? and id >= ?) and happened_at >= ?" : "(happened_at < ? or happened_at = ? and id <= ?) and happened_at <= ?",
                        utc(end.at()), utc(end.at()), bytes(end.id()), utc(end.at()));
            }
            words.forEach(word -> question.and("search_text like ? escape '!'", "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%"));
            found.addAll(read(question, older, most + 1 - found.size()));
            if (end == null || found.size() > most || seen >= stretch || System.nanoTime() > enough) {
                return step(found, older, most, end);
            }
            place = end;
        }
    }

    private static Step step(List<AuditRow> found, boolean older, int most, Place end) {
        return found.size() > most ? new Step(List.copyOf(found.subList(0, most)), Place.of(older, found.get(most - 1)), null)
                : new Step(found, end, end == null ? null : end.at());
    }

    private List<AuditRow> read(Question question, boolean older, int most) {
        return jdbc.query(question.sql(COLUMNS, older, most), AuditSearch::row, question.values.toArray());
    }

    /** Where a piece of a look for words ends; null when it comes to the end of the history before. */
    private Place end(Question question, boolean older, int piece) {
        return jdbc.query(question.sql("happened_at, id", older, 1) + " offset " + (piece - 1),
                (row, n) -> new Place(older, instant(row, "happened_at"), uuid(row.getBytes("id"))), question.values.toArray()).stream().findFirst().orElse(null);
    }

    private static List<String> words(AuditFilter filter) {
        return filter.text() == null ? List.of()
                : Arrays.stream(AuditContent.normal(filter.text()).split(" ")).filter(word -> !word.isBlank()).limit(MOST_WORDS).toList();
    }

    /** Conditions and their values. */
    private static final class Question {

        private final StringBuilder where = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, Object... its) {
            where.append(where.isEmpty() ? " where " : " and ").append(condition);
            values.addAll(Arrays.asList(its));
        }

        String sql(String columns, boolean older, int most) {
            return "select " + columns + " from audit_entry" + where + (older ? " order by happened_at desc, id desc limit " : " order by happened_at, id limit ") + most;
        }
    }

    /** Everything but the words. @param actions one of them, or null for any */
    private static Question question(AuditFilter filter, List<String> actions, Place from, boolean older) {
        var question = new Question();
        if (filter.staff() != null) {
            question.and("staff_id = ?", bytes(filter.staff().value()));
        }
        if (filter.customer() != null) {
            question.and("customer_id = ?", bytes(filter.customer().value()));
        }
        if (filter.label() != null && !filter.label().isBlank()) {
            question.and("subject_label = ?", filter.label().strip());
        }
        if (actions != null) {
            question.and("action in (" + String.join(", ", Collections.nCopies(actions.size(), "?")) + ")", actions.toArray());
        }
        if (filter.from() != null) {
            question.and("happened_at >= ?", utc(filter.from()));
        }
        if (filter.until() != null) {
            question.and("happened_at < ?", utc(filter.until()));
        }
        if (from != null) {
            // said twice, the second time in the form that an index can use
            question.and(older ? "(happened_at < ? or happened_at = ? and id < ?) and happened_at <= ?" : "(happened_at > ? or happened_at = ? and id > ?) and happened_at >= ?",
                    utc(from.at()), utc(from.at()), bytes(from.id()), utc(from.at()));
        }
        return question;
    }

    /** The actions of a beginning, which are few and found in the index: with them by name, others are not read. Null where none is asked for. */
    private List<String> actions(String asked) {
        return asked == null || asked.isBlank() ? null : asked.indexOf('.') >= 0 ? List.of(asked)
                : jdbc.queryForList("select distinct action from audit_entry where action >= ? and action < ?", String.class, asked + ".", asked + "/");
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
