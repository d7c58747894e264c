package app.regulars.selling;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of programs; the database holds the hash of a secret, never the secret. */
@Component
class ApiKeys {

    static final String BEGIN = "rgl_";
    static final String COLUMNS = "select id, name, hint, customer_id, agent_code, scope, made_at, last_used_at, revoked_at from api_key";
    private static final Duration NOTICED = Duration.ofMinutes(1);
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiKeys(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose it is; nothing for one that is not known, or was revoked, or whose agent is no longer one. That it was used is written down once a minute. */
    @Transactional
    public Optional<KeyRow> of(String secret) {
        if (secret == null || secret.length() > LONGEST || !secret.startsWith(BEGIN)) {
            return Optional.empty();
        }
        var found = jdbc.query(COLUMNS + " where secret_hash = ? and revoked_at is null and (agent_code is null or exists (select 1 from sales_agent a where a.code = agent_code "
                + "and a.active = true))", (row, n) -> row(row), Secrets.hash(secret)).stream().findFirst();
        found.ifPresent(key -> jdbc.update("update api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)", utc(clock.instant()), bytes(key.id()),
                utc(clock.instant().minus(NOTICED))));
        return found;
    }

    static KeyRow row(ResultSet row) throws SQLException {
        var customer = row.getBytes("customer_id");
        return new KeyRow(uuid(row.getBytes("id")), row.getString("name"), row.getString("hint"), customer == null ? null : new CustomerId(uuid(customer)),
                row.getString("agent_code"), KeyScope.of(row.getString("scope")), instant(row, "made_at"), instant(row, "last_used_at"), instant(row, "revoked_at"));
    }

    /** What was asked under this word before. @param order null while it has not become one */
    record Asked(String bodyHash, String order) {
    }

    /** Keeps what is asked, if it is asked for the first time; else answers what was asked then, be it in the same moment. */
    Optional<Asked> ask(UUID key, String word, String bodyHash) {
        try {
            return transaction.execute(status -> {
                var before = asked(key, word);
                if (before.isEmpty()) {
                    jdbc.update("insert into api_request (key_id, request_key, body_hash, asked_at) values (?, ?, ?, ?)", bytes(key), word, bodyHash, utc(clock.instant()));
                }
                return before;
            });
        } catch (DuplicateKeyException twin) {
            // what the other wrote is seen by a transaction that begins after it
            return transaction.execute(status -> asked(key, word));
        }
    }

    private Optional<Asked> asked(UUID key, String word) {
        return jdbc.query("select body_hash, order_number from api_request where key_id = ? and request_key = ?", (row, n) -> new Asked(row.getString(1), row.getString(2)), bytes(key), word)
                .stream().findFirst();
    }

    @Transactional
    public void became(UUID key, String word, String order) {
        jdbc.update("update api_request set order_number = ? where key_id = ? and request_key = ?", order, bytes(key), word);
    }

    /** Nothing came of it: the word may be used for something else. */
    @Transactional
    public void drop(UUID key, String word) {
        jdbc.update("delete from api_request where key_id = ? and request_key = ? and order_number is null", bytes(key), word);
    }

    @Transactional(readOnly = true)
    public List<KeyRow> all() {
        return jdbc.query(COLUMNS + " order by revoked_at is not null, made_at desc limit 500", (row, n) -> row(row));
    }
}
