package app.regulars.platform.audit;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.security.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain through all entries of the {@link AuditTrail}: each holds the hash of the one before. Whoever changes, removes or
 * inserts an entry breaks it; whoever cuts off its end or makes it all anew lacks the key for the signature of the end.
 * Writers on all nodes take turns at the one row that holds the end.
 */
@Component
class AuditChain {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_BREAKS = 20;
    private static final String CHAINED = "id, happened_at, staff_id, action, subject_kind, subject_id, customer_id, content_hash";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SecretKeys keys;

    AuditChain(JdbcTemplate jdbc, PlatformTransactionManager transactions, SecretKeys keys) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // of its own, and never looking back to a moment before it had the lock
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.keys = keys;
    }

    private record End(long position, String hash, String signature) {
    }

    private record Link(UUID id, Instant at, UUID staff, String action, String kind, UUID subject, UUID customer, String content) {

        String after(String before, long position) {
            return sha256(before, Long.toString(position), id.toString(), at.toString(), Objects.toString(staff, ""), action, kind, subject.toString(),
                    Objects.toString(customer, ""), content);
        }
    }

    /** Takes in whatever is not in the chain yet. @return how many */
    int seal() {
        var all = 0;
        int taken;
        if (jdbc.queryForList("select 1 from audit_entry where chain_position is null limit 1", Integer.class).isEmpty()) {
            return 0;
        }
        do {
            taken = Objects.requireNonNullElse(transaction.execute(status -> sealSome()), 0);
            all += taken;
        } while (taken == AT_ONCE);
        return all;
    }

    private int sealSome() {
        var end = end(" for update");
        var links = jdbc.query("select " + CHAINED + " from audit_entry where chain_position is null order by happened_at, id limit " + AT_ONCE, AuditChain::link);
        var position = end.position();
        var hash = end.hash();
        var rows = new ArrayList<Object[]>();
        for (var link : links) {
            position++;
            hash = link.after(hash, position);
            rows.add(new Object[] {position, hash, bytes(link.id())});
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("update audit_entry set chain_position = ?, chain_hash = ? where id = ? and chain_position is null", rows);
            jdbc.update("update audit_chain set chain_position = ?, chain_hash = ?, signature = ? where id = 1", position, hash, signature(position, hash));
        }
        return rows.size();
    }

    /** Reads everything and answers where it does not hold; takes in first what waits. */
    AuditCheck check(Instant now) {
        seal();
        var breaks = new ArrayList<AuditCheck.Break>();
        var end = end("");
        var last = "";
        var position = 0L;
        var erased = 0L;
        List<Object[]> rows;
        do {
            rows = jdbc.query("select " + CHAINED + ", chain_position, chain_hash, salt, detail, subject_label, before_values, after_values, reason, erased_at "
                    + "from audit_entry where chain_position > ? and chain_position <= ? order by chain_position limit 5000", (row, n) -> new Object[] {
                        link(row, n), row.getLong("chain_position"), row.getString("chain_hash"), content(row), row.getTimestamp("erased_at") != null},
                    position, end.position());
            for (var row : rows) {
                var link = (Link) row[0];
                var at = (long) row[1];
                if (at != position + 1) {
                    add(breaks, AuditCheck.Kind.MISSING, position + 1, null, null);
                }
                if (!link.after(last, at).equals(row[2]) && at == position + 1) {
                    add(breaks, AuditCheck.Kind.CHANGED, at, link.id(), link.at());
                } else if ((boolean) row[4]) {
                    erased++;
                } else if (link.content() != null && !link.content().isEmpty() && !link.content().equals(row[3])) {
                    add(breaks, AuditCheck.Kind.CHANGED, at, link.id(), link.at());
                }
                last = (String) row[2];
                position = at;
            }
        } while (!rows.isEmpty());
        if (position != end.position() || !last.equals(end.hash())) {
            add(breaks, AuditCheck.Kind.CUT, position + 1, null, null);
        } else if (position > 0 && !MessageDigest.isEqual(signature(position, last).getBytes(), Objects.toString(end.signature(), "").getBytes())) {
            add(breaks, AuditCheck.Kind.SIGNATURE, position, null, null);
        }
        return new AuditCheck(now, position, erased, last, breaks);
    }

    private static void add(List<AuditCheck.Break> breaks, AuditCheck.Kind kind, long position, UUID entry, Instant at) {
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(new AuditCheck.Break(kind, position, entry, at));
        }
    }

    private End end(String lock) {
        return jdbc.queryForObject("select chain_position, chain_hash, signature from audit_chain where id = 1" + lock,
                (row, n) -> new End(row.getLong(1), row.getString(2).strip(), row.getString(3).strip()));
    }

    private String signature(long position, String hash) {
        return keys.sign("audit-chain", position + ":" + hash);
    }

    private static Link link(ResultSet row, int n) throws SQLException {
        var content = row.getString("content_hash");
        return new Link(uuid(row.getBytes("id")), instant(row, "happened_at"), uuid(row.getBytes("staff_id")), row.getString("action"),
                row.getString("subject_kind"), uuid(row.getBytes("subject_id")), uuid(row.getBytes("customer_id")), content == null ? "" : content);
    }

    private static String content(ResultSet row) throws SQLException {
        return AuditContent.hash(row.getString("detail"), row.getString("subject_label"), row.getString("before_values"), row.getString("after_values"),
                row.getString("reason"), row.getString("salt"));
    }

    /** Parts cannot be shifted into one another: each is preceded by its length, and nothing differs from an empty text. */
    static String sha256(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
                digest.update(((bytes == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
                if (bytes != null) {
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
