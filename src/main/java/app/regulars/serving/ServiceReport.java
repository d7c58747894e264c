package app.regulars.serving;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What service did in a period, by team, tier, product, channel or type; every figure opens the inquiries that it counts. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
@Transactional(readOnly = true)
public class ServiceReport {

    private static final String FROM = " from serving_target t join inquiry i on i.id = t.inquiry_id where t.kind = ? and i.opened_at >= ? and i.opened_at < ?";
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;

    ServiceReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By what the figures are told apart. */
    public enum By {
        TEAM("t.team"), TIER("t.tier"), PRODUCT("coalesce(t.product, '')"), CHANNEL("t.channel"), TYPE("t.type");

        private final String column;

        By(String column) {
            this.column = column;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is counted. */
    public enum What {
        ASKED(TargetKind.FIRST, ""),
        ANSWERED(TargetKind.FIRST, " and i.first_answered_at is not null"),
        FIRST_MISSED(TargetKind.FIRST, " and t.missed_at is not null"),
        SOLVED(TargetKind.RESOLUTION, " and t.ended is not null"),
        SOLUTION_MISSED(TargetKind.RESOLUTION, " and t.missed_at is not null"),
        REOPENED(TargetKind.RESOLUTION, " and exists (select 1 from inquiry_step s where s.inquiry_id = i.id and s.action = 'reopened')"),
        RATED(TargetKind.RESOLUTION, " and i.rating is not null");

        private final TargetKind kind;
        private final String condition;

        What(TargetKind kind, String condition) {
            this.kind = kind;
            this.condition = condition;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param counts in the order of {@link What} @param firstMinutes of work until the first answer on average; null without answers @param stars on average, or null @param before how many asked in the same time before @param reopenRate of what was solved once; null where nothing was */
    public record Line(String value, List<Long> counts, Long firstMinutes, Long solutionMinutes, Double stars, long before, Double reopenRate) {
    }

    /** One inquiry behind a figure. */
    public record Behind(String number, String subject, Instant openedAt, long usedMinutes, String tier, String team) {
    }

    /** The most asked first, at most 100 lines. */
    public List<Line> lines(By by, Instant from, Instant to) {
        var values = jdbc.queryForList("select " + by.column + FROM + " group by " + by.column + " order by count(*) desc, " + by.column + " limit 100", String.class,
                TargetKind.FIRST.name(), Columns.utc(from), Columns.utc(to));
        return values.stream().map(value -> {
            var counts = new ArrayList<Long>();
            for (var what : What.values()) {
                counts.add(count(by, value, what, from, to));
            }
            return new Line(value, counts, average(by, value, What.ANSWERED, from, to), average(by, value, What.SOLVED, from, to),
                    jdbc.queryForObject("select avg(i.rating)" + FROM + " and " + by.column + " = ?" + What.RATED.condition, Double.class, What.RATED.kind.name(), Columns.utc(from),
                            Columns.utc(to), value), count(by, value, What.ASKED, from.minus(Duration.between(from, to)), from), reopenRate(by, value, counts.get(What.REOPENED.ordinal()), from, to));
        }).toList();
    }

    /** How many a figure counts. */
    public long count(By by, String value, What what, Instant from, Instant to) {
        return jdbc.queryForObject("select count(*)" + FROM + " and " + by.column + " = ?" + what.condition, Long.class, what.kind.name(), Columns.utc(from), Columns.utc(to), value);
    }

    private Double reopenRate(By by, String value, long reopened, Instant from, Instant to) {
        var solvedOnce = jdbc.queryForObject("select count(*)" + FROM + " and " + by.column + " = ? and (t.ended is not null or exists (select 1 from inquiry_step s where s.inquiry_id = i.id "
                + "and s.action = 'reopened'))", Long.class, What.SOLVED.kind.name(), Columns.utc(from), Columns.utc(to), value);
        return solvedOnce == 0 ? null : (double) reopened / solvedOnce;
    }

    private Long average(By by, String value, What what, Instant from, Instant to) {
        var millis = jdbc.queryForObject("select avg(t.used_ms)" + FROM + " and " + by.column + " = ?" + what.condition, Double.class, what.kind.name(), Columns.utc(from),
                Columns.utc(to), value);
        return millis == null ? null : Math.round(millis / 60_000);
    }

    /** The inquiries that a figure counts, newest first, at most 500. */
    public List<Behind> behind(By by, String value, What what, Instant from, Instant to) {
        return jdbc.query("select i.number, i.subject, i.opened_at, t.used_ms, t.tier, t.team" + FROM + " and " + by.column + " = ?" + what.condition
                + " order by i.opened_at desc, i.number limit " + MOST, (row, n) -> new Behind(row.getString(1), row.getString(2), Columns.instant(row, "opened_at"),
                        row.getLong("used_ms") / 60_000, row.getString("tier"), row.getString("team")), what.kind.name(), Columns.utc(from), Columns.utc(to), value);
    }
}
