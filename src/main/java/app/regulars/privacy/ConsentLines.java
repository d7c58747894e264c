package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.customer.GroupAnswers;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger's table. There is no statement here that changes or deletes a line. Writers stand in line for the row of the head,
 * from the first line they add to the end of their transaction, so that the chain has one order however many nodes write.
 */
@Component
class ConsentLines {

    private static final int MOST_RECORDS_OF_ONE = 50;
    private static final String SELECT = "select e.*, w.purpose as wording_purpose, w.version as wording_version, w.language, w.title, w.sentence, "
            + "w.valid_from, w.in_substance from consent_ledger e left join purpose_wording w on w.id = e.wording_id where ";

    private final JdbcTemplate jdbc;
    private final GroupAnswers groups;
    private final Clock clock;

    ConsentLines(JdbcTemplate jdbc, GroupAnswers groups, Clock clock) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.clock = clock;
    }

    /** Whose state a line may change: those it names, or everybody who ever agreed when the words have changed in substance. */
    private Stream<UUID> concerned(ConsentLine line) {
        return !line.customer().equals(ConsentLine.EVERYBODY.value()) ? Stream.of(line.customer(), line.other()).filter(Objects::nonNull)
                : jdbc.query("select distinct customer_id from consent_ledger where purpose = ? and kind = 'granted'",
                        (row, n) -> Columns.uuid(row.getBytes(1)), line.purpose()).stream();
    }

    record Head(long sequence, byte[] hash) {
    }

    /** Adds lines whose once-key is new; the others are there already. @return how many are new */
    @Transactional(propagation = Propagation.MANDATORY)
    int append(List<ConsentLine> lines) {
        var head = jdbc.queryForObject("select sequence, hash from consent_head where id = 1 for update", (row, n) -> new Head(row.getLong(1), row.getBytes(2)));
        var place = head.sequence();
        var previous = head.hash();
        var there = there(lines.stream().map(ConsentLine::once).toList());
        var statements = statements();
        var now = clock.instant();
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            if (there.add(line.once())) {
                var placed = line.placed(++place, inForce(statements, line.at()), now);
                var hash = ConsentChain.hash(previous, placed);
                rows.add(placed.row(previous, hash));
                previous = hash;
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ConsentLine.INSERT, rows);
            jdbc.update("update consent_head set sequence = ?, hash = ? where id = 1", place, previous);
            tellOfGroups(lines, now);
        }
        return rows.size();
    }

    /** The lists of customers ask of one purpose for all at once: they are told in the same transaction. */
    private void tellOfGroups(List<ConsentLine> lines, Instant now) {
        lines.stream().filter(line -> GroupAnswers.PURPOSE.equals(line.purpose()) || line.other() != null).flatMap(this::concerned)
                .filter(Objects::nonNull).distinct().map(CustomerId::new)
                .forEach(id -> groups.stand(id, new ConsentReplay(id, of(id)).standing(GroupAnswers.PURPOSE, now).reason().holds() ? now : null));
    }

    /** Read as it is now, not as it was when the transaction began: the writers before have committed. */
    private Set<String> there(List<String> keys) {
        var marks = String.join(",", keys.stream().map(key -> "?").toList());
        return new HashSet<>(jdbc.queryForList("select once_key from consent_ledger where once_key in (" + marks + ") for update", String.class, keys.toArray()));
    }

    private record Statement(int version, Instant validFrom) {
    }

    /** There are a few of them. */
    private List<Statement> statements() {
        return jdbc.query("select version, valid_from from privacy_statement order by version desc", (row, n) -> new Statement(row.getInt(1), Columns.instant(row, "valid_from")));
    }

    private static Integer inForce(List<Statement> statements, Instant at) {
        return statements.stream().filter(each -> !each.validFrom().isAfter(at)).map(Statement::version).findFirst().orElse(null);
    }

    Head head() {
        return jdbc.queryForObject("select sequence, hash from consent_head where id = 1", (row, n) -> new Head(row.getLong(1), row.getBytes(2)));
    }

    /** What is said of the person and of every record that was ever joined with hers, and of everybody; in the order in which it happened. */
    List<ConsentEntry> of(CustomerId customer) {
        var asked = new HashSet<CustomerId>();
        var lines = new HashMap<Long, ConsentEntry>();
        var next = Set.of(customer, ConsentLine.EVERYBODY);
        while (!next.isEmpty() && asked.size() < MOST_RECORDS_OF_ONE) {
            asked.addAll(next);
            about(next).forEach(line -> lines.put(line.sequence(), line));
            var partners = new HashSet<CustomerId>();
            lines.values().stream().filter(line -> line.other() != null).forEach(line -> partners.addAll(List.of(line.customer(), line.other())));
            partners.removeAll(asked);
            next = partners;
        }
        return lines.values().stream().sorted(ConsentReplay.AS_IT_HAPPENED).toList();
    }

    private List<ConsentEntry> about(Collection<CustomerId> customers) {
        var ids = customers.stream().map(CustomerId::value).map(Columns::bytes).toList();
        var marks = String.join(",", ids.stream().map(id -> "?").toList());
        return jdbc.query(SELECT + "e.customer_id in (" + marks + ") or e.other_id in (" + marks + ")", (row, n) -> entry(row),
                Stream.concat(ids.stream(), ids.stream()).toArray());
    }

    /** A stretch of the chain, for checking it. */
    List<Link> chain(long after, int most) {
        return jdbc.query(SELECT + "e.sequence > ? order by e.sequence limit ?",
                (row, n) -> new Link(ConsentLine.of(row), row.getBytes("previous_hash"), row.getBytes("hash"), Purposes.wording(row)), after, most);
    }

    /** A line with what it claims. */
    record Link(ConsentLine line, byte[] previous, byte[] hash, Wording words) {
    }

    /** How many lines there are of each kind. */
    Map<ConsentKind, Long> counts() {
        var counts = new HashMap<ConsentKind, Long>();
        jdbc.query("select kind, count(*) from consent_ledger group by kind", row -> {
            counts.put(ConsentKind.of(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private static ConsentEntry entry(ResultSet row) throws SQLException {
        var line = ConsentLine.of(row);
        return new ConsentEntry(line.sequence(), line.id(), ConsentKind.of(line.kind()), new CustomerId(line.customer()),
                line.other() == null ? null : new CustomerId(line.other()), line.purpose(),
                line.channels() == null ? List.of() : Arrays.asList(line.channels().split(",")), ConsentBasis.of(line.basis()), Purposes.wording(row),
                line.statement(), line.form(), line.page(), line.groundKind() == null ? null : new ConsentEntry.Ground(line.groundKind(), line.groundId()),
                new ConsentActor(line.actorKind(), line.actorId()), line.at(), line.expires(), line.recorded(), row.getBytes("hash"));
    }
}
