package app.regulars.matching;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to records that are one person. */
@Service
@RolesAllowed(Permissions.CUSTOMERS_MERGE)
public class MatchDesk {

    private static final int LONGEST_REASON = 500;

    private final Duplicates duplicates;
    private final Merges merges;
    private final CustomerDirectory customers;
    private final CustomerDesk desk;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    MatchDesk(Duplicates duplicates, Merges merges, CustomerDirectory customers, CustomerDesk desk, StaffDirectory staff, AuditTrail audit, JdbcTemplate jdbc,
              Clock clock) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.customers = customers;
        this.desk = desk;
        this.staff = staff;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The surest first. Two statements. @param limit at most 200 */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional(readOnly = true)
    public List<Candidate> candidates(int offset, int limit) {
        record Row(CustomerId low, CustomerId high, int score, List<String> kinds) {
        }
        var rows = jdbc.query("select low_id, high_id, score, kinds from match_candidate order by score desc, low_id, high_id limit ? offset ?",
                (row, n) -> new Row(new CustomerId(uuid(row.getBytes(1))), new CustomerId(uuid(row.getBytes(2))), row.getInt(3), List.of(row.getString(4).split(","))),
                Math.min(limit, 200), offset);
        var ids = new ArrayList<CustomerId>();
        rows.forEach(row -> ids.addAll(List.of(row.low(), row.high())));
        var cards = customers.cards(ids);
        return rows.stream().filter(row -> cards.containsKey(row.low()) && cards.containsKey(row.high()) && !cards.get(row.low()).id().equals(cards.get(row.high()).id()))
                .map(row -> new Candidate(cards.get(row.low()), cards.get(row.high()), row.score(), row.kinds())).toList();
    }

    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional(readOnly = true)
    public long count() {
        return jdbc.queryForObject("select count(*) from match_candidate", Long.class);
    }

    /** When somebody or the nightly job last looked; null when never, or when nothing was found. */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional(readOnly = true)
    public Instant lookedAt() {
        return jdbc.query("select max(found_at) as at from match_candidate", (row, n) -> instant(row, "at")).stream().filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    /** Looks through all records now. Answers how many pairs there are. */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    public int look(StaffId by) {
        return duplicates.look();
    }

    /** Both records to compare; that they were looked at is kept. @param number as people say it, "C-00318" */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional
    public Side side(String number, StaffId by) {
        var profile = desk.open(number, by);
        return new Side(profile, customers.addresses(profile.card().id()), merges.counts(profile.card().id()));
    }

    /** They are two people: the pair is not shown again. */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional
    public void dismiss(CustomerId one, CustomerId other, StaffId by) {
        var pair = Duplicates.Pair.of(one, other);
        if (jdbc.update("delete from match_candidate where low_id = ? and high_id = ?", bytes(pair.low()), bytes(pair.high())) == 0) {
            return;
        }
        jdbc.update("insert into match_dismissal (low_id, high_id, dismissed_at, dismissed_by) values (?, ?, ?, ?)",
                bytes(pair.low()), bytes(pair.high()), utc(clock.instant()), bytes(by.value()));
        audit.changed(by, "customer.not-the-same", "customer", one.value(), Change.of(null).to(Change.fields("other", label(other))));
    }

    /**
     * Makes one record of two: everything of the first belongs to the second from now on, and its number and address lead there.
     *
     * @param reason may be blank
     * @throws Refused when they are the same, a person and a company, or one of them was merged already
     */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional
    public UUID merge(CustomerId absorbed, CustomerId survivor, String reason, StaffId by) {
        var why = PersonTexts.bounded(PersonTexts.clean(reason), LONGEST_REASON, "reason");
        var was = label(absorbed);
        var id = merges.merge(absorbed, survivor, why, by);
        audit.changed(by, "customer.merged", "customer", survivor.value(), Change.of(label(survivor)).to(Change.fields("absorbed", was)).because(why));
        return id;
    }

    /** Within 30 days: each record has again exactly what it had; what came to it meanwhile stays with the survivor. @throws Refused when it cannot be */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional
    public void undo(UUID merge, StaffId by) {
        var undone = merges.undo(merge, by);
        audit.changed(by, "customer.unmerged", "customer", undone.survivor().value(), Change.of(label(undone.survivor())).to(Change.fields("released", label(undone.absorbed()))));
    }

    /** Newest first, at most 50; three statements. */
    @RolesAllowed(Permissions.CUSTOMERS_MERGE)
    @Transactional(readOnly = true)
    public List<MergeEntry> merges() {
        var latest = merges.latest();
        var cards = customers.records(latest.stream().flatMap(merge -> Stream.of(merge.survivor(), merge.absorbed())).toList());
        var people = staff.cards(latest.stream().map(Merges.Merge::by).distinct().toList());
        var now = clock.instant();
        return latest.stream().filter(merge -> cards.containsKey(merge.survivor()) && cards.containsKey(merge.absorbed())).map(merge -> {
            var until = merge.at().plus(Merges.UNDOABLE);
            var by = people.get(merge.by());
            return new MergeEntry(merge.id(), cards.get(merge.survivor()), cards.get(merge.absorbed()), merge.at(), by == null ? "" : givenName(by), merge.reason(),
                    merge.undoneAt(), merge.undoneAt() != null || until.isBefore(now) || merges.isForgotten(merge) ? null : until);
        }).toList();
    }

    private static String givenName(StaffCard card) {
        return card.givenName();
    }

    private String label(CustomerId id) {
        return customers.record(id).map(CustomerCard::number).orElseThrow(NotFound::new);
    }
}
