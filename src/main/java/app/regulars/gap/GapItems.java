package app.regulars.gap;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The records behind the gaps, as the last refresh found them. */
@Component
class GapItems {

    private static final int MOST = 20_000;

    private final JdbcTemplate jdbc;

    GapItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The gap of every record of the last refresh. */
    Map<String, UUID> gaps() {
        var gaps = new HashMap<String, UUID>();
        jdbc.query("select source, ref, gap_id from gap_item", row -> {
            gaps.put(row.getString("source") + "/" + row.getString("ref"), uuid(row.getBytes("gap_id")));
        });
        return gaps;
    }

    void replace(Map<GapItem, UUID> items) {
        jdbc.update("delete from gap_item");
        jdbc.batchUpdate("insert into gap_item (id, source, ref, gap_id, words, product, customer_id, weight, happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                items.entrySet().stream().map(each -> new Object[] {bytes(Ids.next()), each.getKey().source().name(), each.getKey().ref(), bytes(each.getValue()), each.getKey().words(),
                        each.getKey().product(), each.getKey().customer() == null ? null : bytes(each.getKey().customer().value()), each.getKey().weight(), utc(each.getKey().at())}).toList());
    }

    /** The newest first. */
    List<GapItem> of(UUID gap) {
        return jdbc.query("select source, ref, words, product, customer_id, weight, happened_at from gap_item where gap_id = ? order by happened_at desc, source, ref limit " + MOST,
                (row, n) -> new GapItem(GapSource.valueOf(row.getString("source")), row.getString("ref"), row.getString("words"), null, row.getString("product"),
                        row.getBytes("customer_id") == null ? null : new CustomerId(uuid(row.getBytes("customer_id"))), row.getDouble("weight"), instant(row, "happened_at")), bytes(gap));
    }

    /** @param score volume times the value of those who asked @param lastWeek of the last seven days */
    record Sum(long count, double score, long lastWeek, Map<GapSource, Long> sources) {
    }

    Map<UUID, Sum> sums(Instant since, Instant week) {
        var sums = new HashMap<UUID, Sum>();
        jdbc.query("""
                select gap_id, source, count(*) as n, sum(weight) as score, sum(case when happened_at >= ? then 1 else 0 end) as last_week
                from gap_item where happened_at >= ? group by gap_id, source""", row -> {
                    var sources = Map.of(GapSource.valueOf(row.getString("source")), row.getLong("n"));
                    sums.merge(uuid(row.getBytes("gap_id")), new Sum(row.getLong("n"), row.getDouble("score"), row.getLong("last_week"), sources), GapItems::added);
                }, utc(week), utc(since));
        return sums;
    }

    private static Sum added(Sum one, Sum other) {
        var sources = new HashMap<>(one.sources());
        other.sources().forEach((source, count) -> sources.merge(source, count, Long::sum));
        return new Sum(one.count() + other.count(), one.score() + other.score(), one.lastWeek() + other.lastWeek(), sources);
    }
}
