package app.regulars.personaldata;

import app.regulars.platform.persistence.Columns;
import app.regulars.search.SearchIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The records whose time is over, by rule of retention, and what becomes of them. Tables of other modules on purpose: a rule of
 * retention goes across all of them.
 */
@Component
class DueRecords {

    private static final int AT_ONCE = 500;

    /**
     * @param table where they stand
     * @param key   its key
     * @param which which they are; {@code :before} is the moment
     * @param shown what shows which they are, without saying who
     * @param deeds what becomes of those with the {@code :keys}, {@code :now}; afterwards they are not due any more
     */
    private record Due(String table, String key, String which, String shown, List<String> deeds) {

        /** They go altogether. */
        static Due gone(String table, String key, String which, String shown) {
            return new Due(table, key, which, shown, List.of("delete from {table} where " + key + " in (:keys)"));
        }
    }

    private static final Map<String, List<Due>> BY_RULE = Map.of(
            // in the chain an entry stands by the hash of its words, so they may go
            "audit", List.of(new Due("audit_entry", "id", "happened_at < :before and erased_at is null and chain_position is not null", "action", List.of(
                    "update audit_entry set detail = null, subject_label = null, before_values = null, after_values = null, reason = null, search_text = null, salt = null, "
                    + "erased_at = :now where id in (:keys)"))),
            "forum", List.of(
                    new Due("forum_post", "id", "posted_at < :before and customer_id is not null", "posted_at", List.of(
                            "delete from forum_post_edit where post_id in (:keys)", "update forum_post set customer_id = null where id in (:keys)")),
                    new Due("forum_topic", "id", "opened_at < :before and customer_id is not null", "slug", List.of("update forum_topic set customer_id = null where id in (:keys)")),
                    new Due("forum_topic", "id", "solved_at < :before and solved_customer is not null", "slug", List.of("update forum_topic set solved_customer = null where id in (:keys)")),
                    // the sum stays with the post
                    new Due("forum_helpful", "post_id", "marked_at < :before", "marked_at", List.of("delete from forum_helpful where post_id in (:keys) and marked_at < :before")),
                    new Due("review", "id", "written_at < :before and customer_id is not null", "written_at", List.of("delete from review_edit where review_id in (:keys)",
                            "update review set customer_id = null where id in (:keys)")),
                    new Due("review_helpful", "review_id", "marked_at < :before", "marked_at", List.of("delete from review_helpful where review_id in (:keys) and marked_at < :before"))),
            "cart", List.of(new Due("cart", "id", "changed_at < :before", "changed_at", List.of("delete from cart_line where cart_id in (:keys)", "delete from cart_code where cart_id in (:keys)",
                    "delete from cart where id in (:keys)"))),
            "search", List.of(Due.gone("search_log", "id", "asked_at < :before", "asked_at"), Due.gone("faq_solved", "id", "solved_at < :before", "solved_at")),
            "message", List.of(new Due("outbox_message", "id", "posted_at < :before and recipient <> ''", "kind", List.of("update outbox_message set recipient = '', "
                    + "subject = '', html = '', plain = '', problem = null, stop_address = null where id in (:keys)"))),
            "registration", List.of(Due.gone("registration", "id", "expires_at < :before", "asked_at"), Due.gone("one_time_link", "id", "expires_at < :before", "expires_at"),
                    Due.gone("remembered_browser", "series", "expires_at < :before", "expires_at")),
            "event", List.of(Due.gone("event_publication", "id", "completion_date < :before", "event_type")),
            "inquiry", List.of(new Due("inquiry", "id", "closed_at < :before and subject <> ''", "number", List.of(
                    "update inquiry_message set body = '', quoted = null where inquiry_id in (:keys)", "update inquiry_note set body = '' where inquiry_id in (:keys)",
                    "delete from inquiry_file where inquiry_id in (:keys)", "delete from inquiry_note_file where inquiry_id in (:keys)", "delete from inquiry_answer where inquiry_id in (:keys)",
                    "update inquiry set subject = '' where id in (:keys)")),
                    new Due("phone_call", "id", "started_at < :before and (caller_number is not null or called is not null or note is not null or recording_url is not null)", "number", List.of(
                            "update phone_call set caller_number = null, called = null, note = null, recording_url = null where id in (:keys)"))),
            "order", List.of(new Due("sales_order", "id", "placed_at < :before and contact_name <> '' and status in ('DELIVERED', 'CANCELED')", "number", List.of(
                    "update sales_order_moment set detail = null where order_id in (:keys)", "delete from price_explanation where order_id in (:keys)", "update sales_order set contact_name = '', contact_email = null, "
                    + "contact_phone = null, recipient = null, line1 = null, line2 = null, city = null, postal_code = null, purchase_reference = null, note = null, "
                    + "search_text = lower(number) where id in (:keys)"))),
            "request", List.of(new Due("privacy_request", "id", "closed_at < :before and name is not null", "number", List.of(
                    "update privacy_request_step set detail = null where request_id in (:keys)",
                    "update privacy_request set name = null, email = null, words = '' where id in (:keys)"))));

    private final NamedParameterJdbcTemplate jdbc;
    private final DatabaseTables tables;
    private final SearchIndex index;
    private final TransactionTemplate transaction;

    DueRecords(NamedParameterJdbcTemplate jdbc, DatabaseTables tables, SearchIndex index, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.index = index;
        this.transaction = transaction;
    }

    boolean knows(String rule) {
        return BY_RULE.containsKey(rule);
    }

    long count(String rule, Instant before) {
        return BY_RULE.get(rule).stream().mapToLong(due -> jdbc.queryForObject("select count(*)" + from(due), before(before), Long.class)).sum();
    }

    List<String> shown(String rule, Instant before, int most) {
        return BY_RULE.get(rule).stream().flatMap(due -> jdbc.query("select " + due.shown() + from(due) + " order by " + due.shown() + " limit " + most, before(before),
                (row, n) -> row.getString(1)).stream()).limit(most).toList();
    }

    /** Some hundred at a time, each in a transaction of its own. @return how many */
    long forget(String rule, Instant before, Instant now) {
        var gone = 0L;
        for (var due : BY_RULE.get(rule)) {
            int some;
            do {
                some = transaction.execute(status -> forgetSome(due, before, now));
                gone += some;
            } while (some == AT_ONCE);
        }
        return gone;
    }

    private int forgetSome(Due due, Instant before, Instant now) {
        var keys = jdbc.query("select " + due.key() + from(due) + " limit " + AT_ONCE, before(before), (row, n) -> row.getObject(1));
        if (keys.isEmpty()) {
            return 0;
        }
        var those = before(before).addValue("keys", keys).addValue("now", Columns.utc(now));
        forgetDocuments(due, those);
        due.deeds().forEach(deed -> jdbc.update(deed.replace("{table}", name(due)), those));
        return keys.size();
    }

    /** What can be found by a name goes before the name does. */
    private void forgetDocuments(Due due, MapSqlParameterSource those) {
        if (due.table().equals("sales_order")) {
            numbers(due, those).forEach(number -> List.of("order", "staff-order").forEach(kind -> index.remove(kind, number)));
        } else if (due.table().equals("phone_call")) {
            numbers(due, those).forEach(number -> index.remove("call", number));
        } else if (due.table().equals("inquiry")) {
            numbers(due, those).forEach(number -> List.of(number, number + "#staff").forEach(ref -> index.remove("inquiry", ref)));
        }
    }

    private List<String> numbers(Due due, MapSqlParameterSource those) {
        return jdbc.queryForList("select number from " + name(due) + " where id in (:keys)", those, String.class);
    }

    private String from(Due due) {
        return " from " + name(due) + " where " + due.which();
    }

    private String name(Due due) {
        return tables.all().get(due.table()).name();
    }

    private static MapSqlParameterSource before(Instant moment) {
        return new MapSqlParameterSource("before", Columns.utc(moment));
    }
}
