package app.regulars.matching;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.account.Accounts;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.web.PublicCache;
import app.regulars.privacy.Consents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one record of two, and two again. The one that is given up stays as it was and leads to the other; what belongs to it goes over,
 * row by row, and can come back row by row.
 */
@Component
class Merges {

    /** How long staff can change their mind. */
    static final Duration UNDOABLE = Duration.ofDays(30);

    private final JdbcTemplate jdbc;
    private final List<CustomerLinks> links;
    private final CustomerDirectory customers;
    private final Accounts accounts;
    private final Consents consents;
    private final PublicCache cache;
    private final Clock clock;

    Merges(JdbcTemplate jdbc, List<CustomerLinks> links, CustomerDirectory customers, Accounts accounts, Consents consents, PublicCache cache, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.customers = customers;
        this.accounts = accounts;
        this.consents = consents;
        this.cache = cache;
        this.clock = clock;
    }

    record Merge(UUID id, CustomerId survivor, CustomerId absorbed, Instant at, StaffId by, String reason, Instant undoneAt) {
    }

    /** How many rows of each kind belong to the customer; kinds without any are left out. */
    Map<String, Long> counts(CustomerId customer) {
        var counts = new LinkedHashMap<String, Long>();
        links.forEach(each -> {
            var count = each.count(customer);
            if (count > 0) {
                counts.merge(each.rows(), count, Long::sum);
            }
        });
        return counts;
    }

    @Transactional
    public UUID merge(CustomerId absorbed, CustomerId survivor, String reason, StaffId by) {
        customers.absorb(absorbed, survivor);
        var now = clock.instant();
        var id = Ids.next();
        jdbc.update("insert into customer_merge (id, survivor_id, absorbed_id, merged_at, merged_by, reason) values (?, ?, ?, ?, ?, ?)",
                bytes(id), bytes(survivor.value()), bytes(absorbed.value()), utc(now), bytes(by.value()), reason);
        var rows = new ArrayList<Object[]>();
        links.forEach(each -> each.move(absorbed, survivor).forEach(key -> rows.add(new Object[] {bytes(id), each.rows(), key})));
        jdbc.batchUpdate("insert into customer_merge_row (merge_id, rows_code, row_key) values (?, ?, ?)", rows);
        consents.merged(absorbed, survivor, now, by);
        accounts.startAnew(absorbed);
        jdbc.update("delete from match_candidate where low_id = ? or high_id = ?", bytes(absorbed.value()), bytes(absorbed.value()));
        jdbc.update("delete from match_key where customer_id = ?", bytes(absorbed.value()));
        cache.changed();
        return id;
    }

    /** @throws Refused when it was undone already, is too long ago, the person was erased, or the survivor went into a third record meanwhile */
    @Transactional
    public Merge undo(UUID id, StaffId by) {
        var merge = jdbc.query(SELECT + " where id = ? for update", (row, n) -> merge(row), bytes(id)).stream().findFirst().orElseThrow(NotFound::new);
        var now = clock.instant();
        if (merge.undoneAt() != null) {
            throw new Refused("matching.undo.done");
        }
        if (merge.at().plus(UNDOABLE).isBefore(now)) {
            throw new Refused("matching.undo.late", Map.of("days", UNDOABLE.toDays()));
        }
        if (isForgotten(merge)) {
            throw new Refused("matching.undo.forgotten");
        }
        if (later(merge)) {
            throw new Refused("matching.undo.later");
        }
        links.forEach(each -> each.moveBack(jdbc.queryForList("select row_key from customer_merge_row where merge_id = ? and rows_code = ?", String.class,
                bytes(id), each.rows()), merge.absorbed(), merge.survivor()));
        customers.release(merge.absorbed());
        accounts.startAnew(merge.absorbed());
        consents.unmerged(merge.absorbed(), merge.survivor(), now, by);
        jdbc.update("update customer_merge set undone_at = ?, undone_by = ? where id = ?", utc(now), bytes(by.value()), bytes(id));
        cache.changed();
        return merge;
    }

    /** The person was erased meanwhile: nothing is left that could be parted. */
    boolean isForgotten(Merge merge) {
        return customers.record(merge.absorbed()).map(card -> card.email() != null && card.email().endsWith("@invalid")).orElse(true);
    }

    /** Rows that went on into a third record have to come back from there first. */
    private boolean later(Merge merge) {
        return jdbc.queryForObject("select count(*) from customer_merge where absorbed_id = ? and undone_at is null", Long.class, bytes(merge.survivor().value())) > 0;
    }

    /** Newest first, at most 50. */
    List<Merge> latest() {
        return jdbc.query(SELECT + " order by merged_at desc limit 50", (row, n) -> merge(row));
    }

    Optional<Merge> find(UUID id) {
        return jdbc.query(SELECT + " where id = ?", (row, n) -> merge(row), bytes(id)).stream().findFirst();
    }

    private static final String SELECT = "select id, survivor_id, absorbed_id, merged_at, merged_by, reason, undone_at from customer_merge";

    private static Merge merge(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Merge(uuid(row.getBytes("id")), new CustomerId(uuid(row.getBytes("survivor_id"))), new CustomerId(uuid(row.getBytes("absorbed_id"))),
                instant(row, "merged_at"), new StaffId(uuid(row.getBytes("merged_by"))), row.getString("reason"), instant(row, "undone_at"));
    }
}
