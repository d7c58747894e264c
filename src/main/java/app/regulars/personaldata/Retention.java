package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long each kind of data is kept, as data; and what would go, and goes, because its time is over. A rule that is switched on or
 * changed only counts at first, so that somebody can see what it would do before anything is gone.
 */
@Service
public class Retention {

    /** How long a rule that is new or changed only counts. */
    static final Duration COUNTING = Duration.ofDays(14);
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int MOST_IN_A_LIST = 200;
    private static final int MOST_MONTHS = 600;
    /** As many people as one night can forget. */
    private static final int MOST_PEOPLE = 1_000;
    private static final String PEOPLE = "customer";

    /** People of whom nothing has been heard and to whom nothing was sent: no sign-in, order, inquiry, word or letter. */
    private static final String SILENT = """
            from customer c where c.joined_at < ? and c.email not like 'erased-%@invalid' and c.merged_into is null
                and not exists (select 1 from sales_order o where o.customer_id = c.id and o.placed_at >= ?)
                and not exists (select 1 from sales_order p where p.placed_by = c.id and p.placed_at >= ?)
                and not exists (select 1 from inquiry i where i.customer_id = c.id and i.last_message_at >= ?)
                and not exists (select 1 from consent_ledger l where l.customer_id = c.id and l.actor_kind = 'person' and l.happened_at >= ?)
                and not exists (select 1 from outbox_message m where m.customer_id = c.id and m.posted_at >= ?)
                and not exists (select 1 from account a where a.customer_id = c.id and (a.staff_id is not null or a.created_at >= ? or a.last_sign_in_at >= ?))""";

    private final JdbcTemplate jdbc;
    private final DueRecords due;
    private final ColumnMap map;
    private final Erasure erasure;
    private final AuditTrail audit;
    private final Clock clock;

    Retention(JdbcTemplate jdbc, DueRecords due, ColumnMap map, Erasure erasure, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.map = map;
        this.erasure = erasure;
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
                row.getBoolean("active"), isEnforced(row.getString("code")), Columns.instant(row, "counts_until"), Columns.instant(row, "last_run"),
                row.getLong("last_count"), columns.getOrDefault(row.getString("code"), 0L)));
    }

    private boolean isEnforced(String code) {
        return code.equals(PEOPLE) || due.knows(code);
    }

    private RetentionRule find(String code) {
        return all().stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    /** From now on; for two weeks it only counts. @throws Refused for months out of bounds, or a rule that nothing can carry out */
    @RolesAllowed(Permissions.PRIVACY_SETUP)
    @Transactional
    public void change(String code, int months, boolean active, StaffId by) {
        var rule = find(code);
        if (months < 0 || months > MOST_MONTHS || active && months == 0 || active && !rule.enforced()) {
            throw new Refused("personaldata.retention.bounds", "months", Map.of("most", MOST_MONTHS));
        }
        if (rule.months() == months && rule.active() == active) {
            return;
        }
        jdbc.update("update retention_rule set months = ?, active = ?, counts_until = ?, changed_by = ?, changed_at = ?, version = version + 1 where code = ?", months,
                active, utc(clock.instant().plus(COUNTING)), bytes(by.value()), utc(clock.instant()), code);
        audit.changed(by, "retention-rule.changed", "retention-rule", id(code),
                Change.of(code).from(Change.fields("months", rule.months(), "active", rule.active())).to(Change.fields("months", months, "active", active)));
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    /** @param rows at most 200 of them, by number, kind or moment: never by name */
    public record Trial(String code, Instant before, long count, List<String> rows) {
    }

    /** What would go tonight if the rule were on; changes nothing. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public Trial dryRun(String code) {
        var rule = find(code);
        if (!rule.enforced()) {
            throw new NotFound();
        }
        var before = before(rule);
        return new Trial(code, before, count(rule, before), code.equals(PEOPLE)
                ? jdbc.queryForList("select c.number " + SILENT + " order by c.joined_at limit " + MOST_IN_A_LIST, String.class, times(before))
                : due.shown(code, before, MOST_IN_A_LIST));
    }

    private long count(RetentionRule rule, Instant before) {
        return rule.code().equals(PEOPLE) ? jdbc.queryForObject("select count(*) " + SILENT, Long.class, times(before)) : due.count(rule.code(), before);
    }

    /** Carries out every rule that is on and no longer only counts; one that fails does not keep the others from it. @return how many records by rule */
    Map<String, Long> run() {
        var counts = new TreeMap<String, Long>();
        var failed = new ArrayList<String>();
        for (var rule : all()) {
            if (rule.active() && rule.enforced()) {
                try {
                    counts.put(rule.code(), night(rule));
                } catch (RuntimeException e) {
                    log.error("the retention rule {} could not be carried out", rule.code(), e);
                    failed.add(rule.code());
                }
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("retention rules that failed: " + failed);
        }
        return counts;
    }

    private long night(RetentionRule rule) {
        var now = clock.instant();
        var until = rule.countsUntil() == null ? now.plus(COUNTING) : rule.countsUntil();
        var before = before(rule);
        var gone = until.isAfter(now) ? 0 : rule.code().equals(PEOPLE) ? forgetPeople(before) : due.forget(rule.code(), before, now);
        if (gone > 0) {
            audit.changed(null, "retention-rule.carried-out", "retention-rule", id(rule.code()), Change.of(rule.code()).to(Change.fields("records", gone, "before", before)));
        }
        jdbc.update("update retention_rule set counts_until = ?, last_run = ?, last_count = ? where code = ?", utc(until), utc(now),
                until.isAfter(now) ? count(rule, before) : gone, rule.code());
        return gone;
    }

    /** Those with something on its way stay, and do not keep the others waiting. */
    private long forgetPeople(Instant before) {
        var gone = 0;
        for (var person : jdbc.query("select c.id " + SILENT + " order by c.joined_at limit " + 10 * MOST_PEOPLE, (row, n) -> new CustomerId(Columns.uuid(row.getBytes(1))), times(before))) {
            if (gone == MOST_PEOPLE) {
                break;
            }
            if (erasure.unfinished(person).isEmpty()) {
                erasure.run(person);
                gone++;
            }
        }
        return gone;
    }

    private static Object[] times(Instant before) {
        return SILENT.chars().filter(letter -> letter == '?').mapToObj(mark -> utc(before)).toArray();
    }

    private Instant before(RetentionRule rule) {
        return clock.instant().atZone(ZoneOffset.UTC).minusMonths(rule.months()).toInstant();
    }
}
