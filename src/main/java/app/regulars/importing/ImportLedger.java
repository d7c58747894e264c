package app.regulars.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Remembers by kind and key what was imported, as a fingerprint of the record's rows. So a second run changes nothing, a run that
 * was cut off goes on where it stopped, and a changed row updates its record.
 */
@Component
class ImportLedger {

    private final JdbcTemplate jdbc;

    ImportLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, byte[]> fingerprints(String kind) {
        var known = new HashMap<String, byte[]>();
        jdbc.query("select record_key, fingerprint from import_record where kind = ?",
                row -> {
                    known.put(row.getString(1), row.getBytes(2));
                }, kind);
        return known;
    }

    void remember(String kind, Map<String, byte[]> fingerprints) {
        jdbc.batchUpdate("insert into import_record (kind, record_key, fingerprint) values (?, ?, ?) "
                + "on duplicate key update fingerprint = values(fingerprint)", fingerprints.entrySet(), 1000, (statement, entry) -> {
                    statement.setString(1, kind);
                    statement.setString(2, entry.getKey());
                    statement.setBytes(3, entry.getValue());
                });
    }

    /** 16 bytes of SHA-256 over the values in order, and over what else decides on the record. */
    static byte[] fingerprint(Collection<Row> rows, String state) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(state.getBytes(StandardCharsets.UTF_8));
            for (var row : rows) {
                for (var value : row.values().entrySet()) {
                    digest.update(value.getKey().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(value.getValue().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 1);
                }
                digest.update((byte) 2);
            }
            return java.util.Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
