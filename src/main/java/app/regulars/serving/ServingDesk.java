package app.regulars.serving;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to hours, teams, tiers, goals and escalation. Every save names the version that was read. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class ServingDesk {

    private static final int MOST_ROWS = 200;
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);
    private static final String CODE = "[a-z0-9-]{1,40}";

    private final Settings settings;
    private final Books books;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServingDesk(Settings settings, Books books, AuditTrail audit, JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.settings = settings;
        this.books = books;
        this.audit = audit;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A setting as it stands. @param version to be given back with a change */
    public record Read<T>(int version, T content) {

        static <T> Read<T> of(Books.Page<T> page) {
            return new Read<>(page.version(), page.content());
        }
    }

    /** A promise that was missed. @param why a key: nobody, assigned, raised or snoozed @param tierSource the code of the group that makes the tier, or "" where it is everybody's */
    public record Missed(String number, String subject, TargetKind kind, Instant missedAt, Instant ended, long usedMinutes, Long goalMinutes, String why, String tier,
                         String tierSource, String team, UUID assignee, List<String> escalations) {
    }

    public Read<TeamBook> teams() {
        return Read.of(settings.teams());
    }

    public Read<TierBook> tiers() {
        return Read.of(settings.tiers());
    }

    public Read<GoalBook> goals() {
        return Read.of(settings.goals());
    }

    public Read<EscalationBook> escalation() {
        return Read.of(settings.escalation());
    }

    public Read<CostBook> costs() {
        return Read.of(settings.costs());
    }

    /** @param team empty for whoever has none of its own */
    public Read<HoursPage> hours(String team) {
        return Read.of(settings.hours(team));
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, TeamBook teams, StaffId by) {
        refuse(teams.teams().size() > MOST_ROWS, "serving.refused.many", null);
        var codes = new HashSet<String>();
        var rows = teams.teams();
        each(rows, team -> !team.code().matches(CODE) || !codes.add(team.code()), "serving.refused.code", "code");
        each(rows, team -> team.name().en().isBlank(), "serving.refused.name", "nameEn");
        each(rows, team -> team.name().fr().isBlank(), "serving.refused.name", "nameFr");
        rows.forEach(team -> each(team.members(), member -> member.most() < 0 || member.most() > 1000, "serving.refused.number", "most"));
        rows.forEach(team -> each(team.members(), member -> member.awayUntil() != null && (member.awayFrom() == null || member.awayUntil().isBefore(member.awayFrom())),
                "serving.refused.away", "until"));
        store(Settings.TEAMS, read, teams, by);
    }

    /** @throws Refused if the last tier is not everybody's; the field of a row has its position after a hash, here and below */
    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, TierBook tiers, StaffId by) {
        var rows = tiers.tiers();
        refuse(rows.isEmpty() || rows.size() > MOST_ROWS, rows.isEmpty() ? "serving.refused.last" : "serving.refused.many", null);
        refuse(rows.getLast().group() != null, "serving.refused.last", row("group", rows.size() - 1));
        var codes = new HashSet<String>();
        each(rows, tier -> !tier.code().matches(CODE) || !codes.add(tier.code()), "serving.refused.code", "code");
        each(rows, tier -> tier.name().en().isBlank(), "serving.refused.name", "nameEn");
        each(rows, tier -> tier.name().fr().isBlank(), "serving.refused.name", "nameFr");
        store(Settings.TIERS, read, tiers, by);
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, GoalBook goals, StaffId by) {
        Predicate<Integer> bad = minutes -> minutes != null && (minutes < 1 || minutes > 500_000);
        refuse(goals.rows().size() > MOST_ROWS, "serving.refused.many", null);
        each(goals.rows(), row -> bad.test(row.first()), "serving.refused.number", "first");
        each(goals.rows(), row -> bad.test(row.next()), "serving.refused.number", "next");
        each(goals.rows(), row -> bad.test(row.resolution()), "serving.refused.number", "resolution");
        store(Settings.GOALS, read, goals, by);
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, EscalationBook book, StaffId by) {
        refuse(book.rules().size() > MOST_ROWS, "serving.refused.many", null);
        refuse(book.unassignedMinutes() < 1 || book.unassignedMinutes() > 500_000, "serving.refused.number", "unassigned");
        var names = new HashSet<String>();
        each(book.rules(), rule -> rule.name().isBlank() || rule.name().length() > 80, "serving.refused.name", "name");
        each(book.rules(), rule -> !names.add(rule.name()), "serving.refused.twice", "name");
        each(book.rules(), rule -> rule.percent() < 1 || rule.percent() > 100, "serving.refused.number", "percent");
        each(book.rules(), rule -> rule.team() != null && settings.teams().content().team(rule.team()).isEmpty(), "serving.refused.code", "team");
        store(Settings.ESCALATION, read, book, by);
    }

    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, CostBook costs, StaffId by) {
        Predicate<BigDecimal> bad = amount -> amount == null || amount.signum() < 0 || amount.compareTo(MOST_MONEY) > 0;
        refuse(bad.test(costs.minute()), "serving.refused.number", "minute");
        refuse(costs.answer() < 0 || costs.answer() > 1000, "serving.refused.number", "answer");
        refuse(bad.test(costs.goods()), "serving.refused.number", "goods");
        refuse(costs.percent() < 1 || costs.percent() > 1000, "serving.refused.number", "percent");
        refuse(bad.test(costs.least()), "serving.refused.number", "least");
        store(Settings.COSTS, read, costs, by);
    }

    /** The new hours hold from now on; what was measured before stays measured by the old ones. */
    @RolesAllowed(Permissions.SHOP_SETUP)
    @Transactional
    public void save(int read, String team, HoursPage hours, StaffId by) {
        refuse(!team.isEmpty() && settings.teams().content().team(team).isEmpty(), "serving.refused.code", "team");
        hours.read();
        store(Settings.hoursKind(team), read, hours, by);
    }

    /** The latest missed promises. @param kind null for all @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<Missed> missed(TargetKind kind, int limit) {
        return jdbc.query("""
                select i.number, i.subject, t.*, (select f.tier_source from serving_fact f where f.inquiry_id = t.inquiry_id order by f.since desc limit 1) as tier_source
                from serving_target t join inquiry i on i.id = t.inquiry_id where t.missed_at is not null and (? is null or t.kind = ?)
                order by t.missed_at desc, i.number limit ?""", (row, n) -> {
                    var assignee = row.getBytes("assignee");
                    var goal = row.getObject("goal_ms");
                    return new Missed(row.getString("number"), row.getString("subject"), TargetKind.valueOf(row.getString("kind")), Columns.instant(row, "missed_at"),
                            Columns.instant(row, "ended"), row.getLong("used_ms") / 60_000, goal == null ? null : row.getLong("goal_ms") / 60_000, row.getString("why"),
                            row.getString("tier"), java.util.Objects.toString(row.getString("tier_source"), ""), row.getString("team"), assignee == null ? null : Columns.uuid(assignee), escalations(row.getBytes("inquiry_id")));
                }, kind == null ? null : kind.name(), kind == null ? null : kind.name(), Math.min(MOST_ROWS, limit));
    }

    private List<String> escalations(byte[] inquiry) {
        return jdbc.queryForList("select done from serving_escalation where inquiry_id = ? order by escalated_at, rule_name limit 10", String.class, (Object) inquiry);
    }

    private void store(String kind, int read, Object content, StaffId by) {
        var version = books.save(kind, read, content, by);
        audit.changed(by, "serving.settings", "serving-book", UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8)), Change.of(kind).of("version", read, version));
        events.publishEvent(new SettingsChanged(kind, version, clock.instant()));
    }

    /** @param wrong what cannot be; the first row of which it holds is refused, and named after a hash */
    private static <T> void each(List<T> rows, Predicate<T> wrong, String key, String field) {
        for (int i = 0; i < rows.size(); i++) {
            refuse(wrong.test(rows.get(i)), key, row(field, i));
        }
    }

    private static String row(String field, int position) {
        return field + "#" + position;
    }

    private static void refuse(boolean wrong, String key, String field) {
        if (wrong) {
            throw new Refused(key, field, Map.of());
        }
    }
}
