package app.regulars.matching;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through all customers for records that are probably one person, and keeps the pairs for staff. */
@Component
class Duplicates {

    private static final int AT_ONCE = 500;
    /** What more records than this have in common (a switchboard, a student residence) says nothing of two of them. */
    private static final int COMMON = 12;
    /** So many pairs are kept, the surest first. */
    private static final int MOST = 5_000;

    private final CustomerDirectory customers;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String country;

    Duplicates(CustomerDirectory customers, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock,
               @Value("${regulars.country:CA}") String country) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.country = country;
    }

    /** Two ids in the order in which pairs are kept. */
    record Pair(UUID low, UUID high) {

        static Pair of(CustomerId one, CustomerId other) {
            return of(one.value(), other.value());
        }

        /** Ordered byte by byte, as the database orders them. */
        static Pair of(UUID one, UUID other) {
            return Arrays.compareUnsigned(bytes(one), bytes(other)) <= 0
                    ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Goes through everybody: some milliseconds for a small shop, a minute for 100,000 customers. Answers the number of pairs. */
    int look() {
        transaction.executeWithoutResult(status -> jdbc.update("delete from match_key"));
        CustomerId last = null;
        for (var page = customers.after(null, AT_ONCE); !page.isEmpty(); page = customers.after(last, AT_ONCE)) {
            keep(page);
            last = page.getLast().id();
        }
        return transaction.execute(status -> pairs());
    }

    private void keep(List<CustomerCard> page) {
        var addresses = customers.addressesOf(page.stream().map(CustomerCard::id).toList());
        var rows = new ArrayList<Object[]>();
        page.forEach(card -> MatchKeys.of(card, addresses.getOrDefault(card.id(), List.of()), country)
                .forEach(key -> rows.add(new Object[] {bytes(card.id().value()), key.kind().name(), key.hash()})));
        transaction.executeWithoutResult(status -> jdbc.batchUpdate("insert into match_key (customer_id, kind, key_hash) values (?, ?, ?) on duplicate key update kind = values(kind)", rows));
    }

    private int pairs() {
        var found = new HashMap<Pair, EnumSet<MatchKind>>();
        var groups = new HashMap<String, List<UUID>>();
        jdbc.query("""
                select k.kind, k.key_hash, k.customer_id from match_key k
                join (select kind, key_hash from match_key group by kind, key_hash having count(*) between 2 and ?) g on g.kind = k.kind and g.key_hash = k.key_hash
                order by k.kind, k.key_hash""", row -> {
            groups.computeIfAbsent(row.getString(1) + ":" + row.getString(2), key -> new ArrayList<>()).add(uuid(row.getBytes(3)));
        }, COMMON);
        groups.forEach((key, members) -> {
            var kind = MatchKind.valueOf(key.substring(0, key.indexOf(':')));
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    found.computeIfAbsent(Pair.of(members.get(i), members.get(j)), pair -> EnumSet.noneOf(MatchKind.class)).add(kind);
                }
            }
        });
        var dismissed = jdbc.query("select low_id, high_id from match_dismissal", (row, n) -> new Pair(uuid(row.getBytes(1)), uuid(row.getBytes(2))));
        dismissed.forEach(found::remove);
        var now = utc(clock.instant());
        var rows = found.entrySet().stream().filter(entry -> score(entry) >= MatchKind.ENOUGH)
                .sorted(Comparator.comparing(Duplicates::score).reversed()).limit(MOST)
                .map(entry -> new Object[] {bytes(entry.getKey().low()), bytes(entry.getKey().high()), score(entry),
                    entry.getValue().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(",")), now}).toList();
        jdbc.update("delete from match_candidate");
        jdbc.batchUpdate("insert into match_candidate (low_id, high_id, score, kinds, found_at) values (?, ?, ?, ?, ?) "
                + "on duplicate key update score = values(score), kinds = values(kinds), found_at = values(found_at)", rows);
        return rows.size();
    }

    private static int score(Map.Entry<Pair, EnumSet<MatchKind>> entry) {
        return Math.min(100, entry.getValue().stream().mapToInt(MatchKind::points).sum());
    }
}
