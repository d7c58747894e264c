package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.search.SiteSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds what staff have to do, what is due first first. Each view reads one index from the place where the page before ended, so that a page of
 * 200,000 inquiries costs what it shows; what is counted is counted up to a bound.
 */
@Component
class InquiryQueue {

    private static final int MOST = 200;
    private static final String COLUMNS = "select i.id, i.number, i.customer_id, i.subject, i.type, i.priority, i.status, i.assignee, i.order_number, i.opened_at, i.due_at, "
            + "i.last_message_at, i.team, i.channel, i.language, i.snoozed_until, i.queue_at, i.closed_at, i.version from inquiry i ";

    private final JdbcTemplate jdbc;
    private final Conversations conversations;
    private final SiteSearch search;

    InquiryQueue(JdbcTemplate jdbc, Conversations conversations, SiteSearch search) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.search = search;
    }

    List<InquiryRow> list(InquiryFilter filter, StaffId me, int limit, Locale locale) {
        var sql = new StringBuilder(COLUMNS);
        var values = new ArrayList<Object>();
        view(filter, me, sql, values);
        narrow(filter, sql, values);
        if (filter.text() != null && !filter.text().isBlank() && !withWords(filter, locale, sql, values)) {
            return List.of();
        }
        var column = switch (filter.queue()) {
            case SNOOZED -> "i.snoozed_until";
            case DONE -> "i.closed_at";
            default -> "i.queue_at";
        };
        var back = filter.queue() == InquiryFilter.Queue.DONE;
        if (filter.after() != null) {
            sql.append(" and ").append(column).append(back ? " <= ? and (" : " >= ? and (").append(column).append(back ? " < ? or i.id < ?)" : " > ? or i.id > ?)");
            Collections.addAll(values, utc(filter.after().at()), utc(filter.after().at()), bytes(filter.after().id()));
        }
        sql.append(" order by ").append(column).append(back ? " desc, i.id desc" : ", i.id").append(" limit ?");
        values.add(Math.clamp(limit, 1, MOST));
        return named(jdbc.query(sql.toString(), InquiryQueue::row, values.toArray()));
    }

    private static void view(InquiryFilter filter, StaffId me, StringBuilder sql, List<Object> values) {
        switch (filter.queue()) {
            case MINE -> with("where i.assignee = ? and i.in_queue = true", bytes(me.value()), sql, values);
            case UNASSIGNED -> sql.append("where i.assignee is null and i.in_queue = true");
            case TEAM -> with("where i.team = ? and i.in_queue = true", filter.team() == null ? "" : filter.team(), sql, values);
            case NAMED -> with("where i.id in (select m.inquiry_id from inquiry_mention m where m.staff_id = ? and m.seen_at is null)", bytes(me.value()), sql, values);
            case ALL_OPEN -> sql.append("where i.in_queue = true");
            case WAITING -> sql.append("where i.status = 'WAITING_FOR_CUSTOMER' and i.in_queue = true");
            case SNOOZED -> sql.append("where i.snoozed_until is not null");
            case DONE -> sql.append("where i.closed_at is not null and i.merged_into is null");
        }
    }

    private static void narrow(InquiryFilter filter, StringBuilder sql, List<Object> values) {
        if (filter.type() != null) {
            with(" and i.type = ?", filter.type().name(), sql, values);
        }
        if (filter.priority() != null) {
            with(" and i.priority = ?", filter.priority().name(), sql, values);
        }
        if (filter.channel() != null) {
            with(" and i.channel = ?", filter.channel().name(), sql, values);
        }
        if (filter.team() != null && filter.queue() != InquiryFilter.Queue.TEAM) {
            with(" and i.team = ?", filter.team(), sql, values);
        }
    }

    /** @return false if no inquiry at all has these words */
    private boolean withWords(InquiryFilter filter, Locale locale, StringBuilder sql, List<Object> values) {
        var text = filter.text().strip();
        // the best of all would leave none of those that wait, in a shop with years of them
        var among = switch (filter.queue()) {
            case MINE, UNASSIGNED, TEAM, ALL_OPEN, WAITING -> List.of(InquirySearch.OPEN);
            case DONE -> List.of(InquirySearch.DONE);
            case NAMED, SNOOZED -> List.<String>of();
        };
        var numbers = text.toUpperCase(Locale.ROOT).matches("INQ-\\d{1,12}") ? List.of(text.toUpperCase(Locale.ROOT))
                : search.find(new SiteSearch.Question(text.substring(0, Math.min(200, text.length())), Set.of("inquiry"), among, Set.of("staff"), locale, 0, MOST, true))
                        .hits().stream().map(hit -> hit.ref().replace("#staff", "")).toList();
        if (numbers.isEmpty()) {
            return false;
        }
        sql.append(" and i.number in (").append(String.join(",", Collections.nCopies(numbers.size(), "?"))).append(')');
        values.addAll(numbers);
        return true;
    }

    List<InquiryRow> pressing(StaffId me, int limit) {
        var due = COLUMNS + "where i.in_queue = true and i.due_at is not null";
        var mine = jdbc.query(due + " and (i.assignee = ? or i.assignee is null) order by i.queue_at, i.id limit ?", InquiryQueue::row, bytes(me.value()), Math.min(MOST, limit));
        if (mine.size() >= limit) {
            return named(mine);
        }
        var others = jdbc.query(due + " and i.assignee <> ? order by i.queue_at, i.id limit ?", InquiryQueue::row, bytes(me.value()), Math.min(MOST, limit) - mine.size());
        return named(Stream.concat(mine.stream(), others.stream()).toList());
    }

    /** What to do next: of mine and of nobody's what is due first, but not this one. */
    Optional<InquiryNumber> next(StaffId me, InquiryNumber but) {
        return jdbc.query(COLUMNS + "where i.in_queue = true and i.due_at is not null and (i.assignee = ? or i.assignee is null) and i.number <> ? order by i.queue_at, i.id limit 1",
                InquiryQueue::row, bytes(me.value()), but == null ? "" : but.value()).stream().findFirst().map(InquiryRow::number);
    }

    InquiryCounts counts(StaffId me) {
        var id = bytes(me.value());
        return jdbc.queryForObject("select " + counted("inquiry where assignee = ? and in_queue = true") + ", " + counted("inquiry where assignee is null and in_queue = true") + ", "
                + counted("inquiry where in_queue = true") + ", " + counted("inquiry where status = 'WAITING_FOR_CUSTOMER' and in_queue = true") + ", "
                + counted("inquiry where snoozed_until is not null") + ", " + counted("inquiry_mention where staff_id = ? and seen_at is null"),
                (row, n) -> new InquiryCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)), id, id);
    }

    private static String counted(String what) {
        return "(select count(*) from (select 1 as one from " + what + " limit " + InquiryCounts.MOST + ") c)";
    }

    private static void with(String condition, Object value, StringBuilder sql, List<Object> values) {
        sql.append(condition);
        values.add(value);
    }

    private static InquiryRow row(ResultSet row, int n) throws SQLException {
        var assignee = uuid(row.getBytes("assignee"));
        return new InquiryRow(new InquiryId(uuid(row.getBytes("id"))), new InquiryNumber(row.getString("number")), new CustomerId(uuid(row.getBytes("customer_id"))), "",
                row.getString("subject"), InquiryType.of(row.getString("type")), Priority.of(row.getString("priority")), InquiryStatus.valueOf(row.getString("status")),
                assignee == null ? null : new StaffId(assignee), row.getString("order_number"), instant(row, "opened_at"), instant(row, "due_at"), instant(row, "last_message_at"),
                row.getString("team"), InquiryChannel.of(row.getString("channel")), row.getString("language"), instant(row, "snoozed_until"), instant(row, "queue_at"),
                instant(row, "closed_at"), row.getInt("version"));
    }

    private List<InquiryRow> named(List<InquiryRow> found) {
        var names = conversations.customerNames(found.stream().map(InquiryRow::customer).toList());
        return found.stream().map(row -> row.named(names.getOrDefault(row.customer(), ""))).toList();
    }
}
