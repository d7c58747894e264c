package app.regulars.mailroom;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.security.SecretKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of mailboxes. One node at a time looks after one: it holds it for a while, and again, and when it dies another takes it over. */
@Repository
class Mailboxes {

    private static final String USE = "mailbox";

    private final JdbcTemplate jdbc;
    private final SecretKeys keys;
    private final Clock clock;

    Mailboxes(JdbcTemplate jdbc, SecretKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    List<Mailbox> all() {
        return jdbc.query("select * from mailbox order by name, address", Mailboxes::mailbox);
    }

    Optional<Mailbox> find(UUID id) {
        return jdbc.query("select * from mailbox where id = ?", Mailboxes::mailbox, bytes(id)).stream().findFirst();
    }

    boolean isOurs(String address) {
        return jdbc.queryForObject("select count(*) from mailbox where address = ?", Integer.class, address) > 0;
    }

    String secret(UUID id) {
        return keys.open(USE, jdbc.queryForObject("select secret_sealed from mailbox where id = ?", String.class, bytes(id)));
    }

    UUID add(MailboxForm form) {
        var id = Ids.next();
        try {
            jdbc.update("""
                    insert into mailbox (id, name, address, language, team, imap_host, imap_port, imap_security, username, secret_sealed, folder, smtp_host, smtp_port, smtp_security,
                        plus_addresses, trusted_server, active, taken_since, state, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""",
                    bytes(id), form.name(), form.address(), form.language(), form.team(), form.imapHost(), MailboxForm.port(form.imapPort(), "imapPort"), form.imapSecurity(),
                    form.username(), keys.seal(USE, form.secret()), form.folder(), form.smtpHost(), form.smtpHost() == null ? null : MailboxForm.port(form.smtpPort(), "smtpPort"),
                    form.smtpSecurity(), form.plusAddresses(), form.trustedServer(), form.active(), form.everything() ? null : utc(clock.instant()), form.active() ? "new" : "off");
        } catch (DuplicateKeyException there) {
            throw new Refused("mailroom.refused.address", "address", Map.of());
        }
        return id;
    }

    /** @throws OptimisticLockingFailureException when somebody else changed it meanwhile */
    void change(UUID id, int version, MailboxForm form) {
        try {
            var changed = jdbc.update("""
                    update mailbox set name = ?, address = ?, language = ?, team = ?, imap_host = ?, imap_port = ?, imap_security = ?, username = ?, folder = ?, smtp_host = ?,
                        smtp_port = ?, smtp_security = ?, plus_addresses = ?, trusted_server = ?, active = ?, state = ?, problem = null, failing_since = null, version = version + 1
                    where id = ? and version = ?""", form.name(), form.address(), form.language(), form.team(), form.imapHost(), MailboxForm.port(form.imapPort(), "imapPort"),
                    form.imapSecurity(), form.username(), form.folder(), form.smtpHost(), form.smtpHost() == null ? null : MailboxForm.port(form.smtpPort(), "smtpPort"),
                    form.smtpSecurity(), form.plusAddresses(), form.trustedServer(), form.active(), form.active() ? "new" : "off", bytes(id), version);
            if (changed == 0) {
                throw new OptimisticLockingFailureException("mailbox");
            }
        } catch (DuplicateKeyException there) {
            throw new Refused("mailroom.refused.address", "address", Map.of());
        }
        if (!form.secret().isBlank()) {
            jdbc.update("update mailbox set secret_sealed = ? where id = ?", keys.seal(USE, form.secret()), bytes(id));
        }
    }

    /** Takes a mailbox for a while, or goes on holding it. @return whether it is ours until then */
    boolean hold(UUID id, String node, Duration howLong) {
        var now = clock.instant();
        return jdbc.update("update mailbox set held_by = ?, held_until = ? where id = ? and active = ? and (held_by is null or held_by = ? or held_until < ?)", node,
                utc(now.plus(howLong)), bytes(id), true, node, utc(now)) == 1;
    }

    void release(UUID id, String node) {
        jdbc.update("update mailbox set held_by = null, held_until = null where id = ? and held_by = ?", bytes(id), node);
    }

    /** @param problem null when it went well */
    void checked(UUID id, String problem) {
        var now = utc(clock.instant());
        if (problem == null) {
            jdbc.update("update mailbox set state = 'ok', problem = null, checked_at = ?, failing_since = null where id = ? and active = ?", now, bytes(id), true);
        } else {
            jdbc.update("update mailbox set state = 'failed', problem = ?, checked_at = ?, failing_since = coalesce(failing_since, ?) where id = ? and active = ?", problem, now, now,
                    bytes(id), true);
        }
    }

    /** The highest number of a message that was stored, 0 for none. */
    long last(UUID id, long validity) {
        var last = jdbc.queryForObject("select max(uid) from mail_incoming where mailbox_id = ? and uid_validity = ?", Long.class, bytes(id), validity);
        return last == null ? 0 : last;
    }

    private static Mailbox mailbox(ResultSet row, int n) throws SQLException {
        var port = row.getInt("smtp_port");
        return new Mailbox(uuid(row.getBytes("id")), row.getString("name"), row.getString("address"), locale(row.getString("language")), row.getString("team"), row.getString("imap_host"),
                row.getInt("imap_port"), row.getString("imap_security"), row.getString("username"), row.getString("folder"), row.getString("smtp_host"), port == 0 ? null : port,
                row.getString("smtp_security"), row.getBoolean("plus_addresses"), row.getString("trusted_server"), row.getBoolean("active"), since(row), row.getString("state"),
                row.getString("problem"), instant(row, "checked_at"), instant(row, "failing_since"), row.getInt("version"));
    }

    private static Instant since(ResultSet row) throws SQLException {
        return instant(row, "taken_since");
    }

    private static Locale locale(String language) {
        return Languages.of(language);
    }
}
