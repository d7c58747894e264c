package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.search.SearchIndex;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long each kind of data is kept, as data; and what would go, and goes, because its time is over. */
@Service
public class Retention {

    private static final int MOST_IN_A_LIST = 200;
    private static final int MOST_MONTHS = 600;

    /**
     * What is due, by rule: where the rows stand, which they are (one parameter, the moment before which), what shows which they are,
     * and what becomes of them. Tables of other modules on purpose: a rule of retention goes across all of them.
     */
    private record Due(String table, String which, String shown, List<String> deeds) {
    }

    private static final String OLD_ORDERS = "placed_at < ? and contact_name <> '' and status in ('DELIVERED', 'CANCELED')";
    private static final String OLD_CARTS = "changed_at < ?";
    private static final Map<String, Due> DUE = Map.of(
            "cart", new Due("cart", OLD_CARTS, "changed_at", List.of("delete from cart_line where cart_id in (select id from cart where " + OLD_CARTS + ")",
                    "delete from cart where " + OLD_CARTS)),
            "search", new Due("search_log", "asked_at < ?", "asked_at", List.of("delete from search_log where asked_at < ?")),
            "message", new Due("outbox_message", "posted_at < ? and recipient <> ''", "kind", List.of("update outbox_message set recipient = '', subject = '', "
                    + "html = '', plain = '', problem = null, stop_address = null where posted_at < ? and recipient <> ''")),
            "registration", new Due("registration", "expires_at < ?", "asked_at", List.of("delete from registration where expires_at < ?",
                    "delete from one_time_link where expires_at < ?", "delete from remembered_browser where expires_at < ?")),
            "event", new Due("event_publication", "completion_date < ?", "event_type", List.of("delete from {event_publication} where completion_date < ?")),
            "inquiry", new Due("inquiry", "closed_at < ? and subject <> ''", "number", List.of(
                    "update inquiry_message set body = '' where inquiry_id in (select id from inquiry where closed_at < ? and subject <> '')",
                    "update inquiry_note set body = '' where inquiry_id in (select id from inquiry where closed_at < ? and subject <> '')",
                    "update inquiry set subject = '' where closed_at < ? and subject <> ''")),
            "order", new Due("sales_order", OLD_ORDERS, "number", List.of("update sales_order_moment set detail = null where order_id in "
                    + "(select id from sales_order where " + OLD_ORDERS + ")", "update sales_order set contact_name = '', contact_email = null, contact_phone = null, "
                    + "recipient = null, line1 = null, line2 = null, city = null, postal_code = null, purchase_reference = null, note = null, "
                    + "search_text = lower(number) where " + OLD_ORDERS)),
            "request", new Due("privacy_request", "closed_at < ? and name is not null", "number", List.of(
                    "update privacy_request_step set detail = null where request_id in (select id from privacy_request where closed_at < ?)",
                    "update privacy_request set name = null, email = null, words = '' where closed_at < ? and name is not null")));

    /** People of whom nothing has been heard: no sign-in, order, inquiry or change, and nothing on its way. */
    private static final String SILENT = """
            from customer c where c.joined_at < ? and c.email not like 'erased-%@invalid'
                and not exists (select 1 from sales_order o where o.customer_id = c.id and o.placed_at >= ?)
                and not exists (select 1 from inquiry i where i.customer_id = c.id and i.last_message_at >= ?)
                and not exists (select 1 from account a where a.customer_id = c.id and (a.staff_id is not null or a.created_at >= ? or a.last_sign_in_at >= ?))""";

    private final JdbcTemplate jdbc;
    private final DatabaseTables tables;
    private final ColumnMap map;
    private final Erasure erasure;
    private final SearchIndex index;
    private final AuditTrail audit;
    private final Clock clock;

    Retention(JdbcTemplate jdbc, DatabaseTables tables, ColumnMap map, Erasure erasure, SearchIndex index, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.map = map;
        this.erasure = erasure;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<RetentionRule> rules() {
        return all();
    }

    private List<RetentionRule> all() {
        var columns = map.all().stream().collect(Collectors.groupingBy(ColumnMap.Column::retention, Collectors.counting()));
        return jdbc.query("select * from retention_rule order by code", (row, n) -> new RetentionRule(row.getString("code"), row.getInt("months"),
                row.getBoolean("active"), isEnforced(row.getString("code")), Columns.instant(row, "last_run"), row.getLong("last_count"),
                columns.getOrDefault(row.getString("code"), 0L)));
    }

    private static boolean isEnforced(String code) {
        return DUE.containsKey(code) || code.equals("customer");
    }

    /** @throws Refused for months out of bounds, or a rule that nothing can carry out */
    @RolesAllowed(Permissions.PRIVACY_SETUP)
    @Transactional
    public void change(String code, int months, boolean active, StaffId by) {
        var rule = all().stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow(NotFound::new);
        if (months < 0 || months > MOST_MONTHS || active && months == 0 || active && !rule.enforced()) {
            throw new Refused("personaldata.retention.bounds", "months", Map.of("most", MOST_MONTHS));
        }
        jdbc.update("update retention_rule set months = ?, active = ?, changed_by = ?, changed_at = ?, version = version + 1 where code = ?", months, active,
                Columns.bytes(by.value()), utc(clock.instant()), code);
        audit.changed(by, "retention-rule.changed", "retention-rule", UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Change.of(code).from(Change.fields("months", rule.months(), "active", rule.active())).to(Change.fields("months", months, "active", active)));
    }

    /** @param rows at most 200 of them, by number, kind or moment: never by name */
    public record Trial(String code, Instant before, long count, List<String> rows) {
    }

    /** What would go tonight if the rule were on; changes nothing. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public Trial dryRun(String code) {
        return trial(all().stream().filter(rule -> rule.code().equals(code) && rule.enforced()).findFirst().orElseThrow(NotFound::new));
    }

    private Trial trial(RetentionRule rule) {
        var before = before(rule.months());
        if (rule.code().equals("customer")) {
            var times = new Object[] {utc(before), utc(before), utc(before), utc(before), utc(before)};
            return new Trial(rule.code(), before, jdbc.queryForObject("select count(*) " + SILENT, Long.class, times),
                    jdbc.queryForList("select c.number " + SILENT + " order by c.joined_at limit " + MOST_IN_A_LIST, String.class, times));
        }
        var due = DUE.get(rule.code());
        var from = " from " + tables.all().get(due.table()).name() + " where " + due.which();
        return new Trial(rule.code(), before, jdbc.queryForObject("select count(*)" + from, Long.class, utc(before)),
                jdbc.query("select " + due.shown() + from + " limit " + MOST_IN_A_LIST, (row, n) -> row.getString(1), utc(before)));
    }

    /** Carries out every rule that is on; each in its own transaction. @return how many records by rule */
    Map<String, Long> run() {
        return all().stream().filter(rule -> rule.active() && rule.enforced()).collect(Collectors.toMap(RetentionRule::code, this::carryOut));
    }

    private long carryOut(RetentionRule rule) {
        var trial = trial(rule);
        if (rule.code().equals("customer")) {
            var times = utc(trial.before());
            jdbc.query("select c.id " + SILENT + " order by c.joined_at limit 1000", (row, n) -> new CustomerId(Columns.uuid(row.getBytes(1))), times, times, times,
                    times, times).stream().filter(person -> erasure.unfinished(person).isEmpty()).forEach(erasure::run);
        } else {
            forgetDocuments(rule.code(), utc(trial.before()));
            var publications = tables.all().get("event_publication").name();
            DUE.get(rule.code()).deeds().forEach(deed -> jdbc.update(deed.replace("{event_publication}", publications), utc(trial.before())));
        }
        jdbc.update("update retention_rule set last_run = ?, last_count = ? where code = ?", utc(clock.instant()), trial.count(), rule.code());
        return trial.count();
    }

    /** What can be found by a name goes before the name does. */
    private void forgetDocuments(String code, java.time.LocalDateTime before) {
        if (code.equals("order") || code.equals("inquiry")) {
            var due = DUE.get(code);
            jdbc.queryForList("select number from " + due.table() + " where " + due.which(), String.class, before).forEach(number -> {
                index.remove(code, number);
                index.remove(code.equals("order") ? "staff-order" : "inquiry", code.equals("order") ? number : number + "#staff");
            });
        }
    }

    private Instant before(int months) {
        return clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
    }
}
