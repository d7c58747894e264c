package app.regulars.mailroom;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of messages that came in. One is stored once, its row and its bytes in one transaction, by its number in the mailbox; what was
 * stored is looked at until it is where it belongs, or where somebody sees it.
 */
@Repository
class IncomingMails {

    static final int MOST_ATTEMPTS = 5;
    private static final int PIECE = 512 * 1024;
    private static final Duration TURN = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    IncomingMails(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message whose turn it is. */
    record Turn(UUID id, UUID mailbox, int attempts, String bodyHash, Instant arrivedAt) {
    }

    /** Keeps a message as it came. @return its id, or nothing if it is there already */
    @Transactional
    public Optional<UUID> store(UUID mailbox, long validity, long uid, RawMail raw) throws IOException {
        var id = Ids.next();
        var hash = raw.hash();
        var again = jdbc.queryForObject("select count(*) from mail_incoming where raw_hash = ? and mailbox_id = ?", Integer.class, hash, bytes(mailbox)) > 0;
        var state = again ? MailState.DONE : raw.tooLarge() ? MailState.WAITING : MailState.STORED;
        if (!insert(id, mailbox, validity, uid, raw.size(), hash, raw.bodyHash(), state, again ? MailOutcome.DUPLICATE : null, state == MailState.WAITING ? "size" : null)) {
            return Optional.empty();
        }
        if (!again) {
            try (var in = Files.newInputStream(raw.file())) {
                var position = 0;
                for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    jdbc.update("insert into mail_piece (mail_id, position, content) values (?, ?, ?)", bytes(id), position++, piece);
                }
            }
        }
        return Optional.of(id);
    }

    /** Notes a message that the mailbox has and does not hand out, so that somebody sees that it is there. */
    @Transactional
    public void unfetched(UUID mailbox, long validity, long uid) {
        insert(Ids.next(), mailbox, validity, uid, 0, "", "", MailState.WAITING, null, "fetch");
    }

    private boolean insert(UUID id, UUID mailbox, long validity, long uid, long size, String hash, String bodyHash, MailState state, MailOutcome outcome, String problem) {
        var known = jdbc.queryForObject("select count(*) from mail_incoming where mailbox_id = ? and uid_validity = ? and uid = ?", Integer.class, bytes(mailbox), validity, uid);
        if (known > 0) {
            return false;
        }
        var now = utc(clock.instant());
        try {
            jdbc.update("""
                    insert into mail_incoming (id, mailbox_id, uid_validity, uid, raw_size, raw_hash, body_hash, arrived_at, state, outcome, problem, attempts, next_attempt_at, sender,
                        sender_name, subject) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', '', '')""", bytes(id), bytes(mailbox), validity, uid, size, hash, bodyHash, now,
                    state.name(), outcome == null ? null : outcome.name(), problem, state == MailState.STORED ? now : null);
            return true;
        } catch (DuplicateKeyException meanwhile) {
            return false;
        }
    }

    /** Oldest first. */
    List<UUID> due(int limit) {
        return jdbc.query("select id from mail_incoming where next_attempt_at <= ? order by next_attempt_at, arrived_at, id limit ?", (row, n) -> uuid(row.getBytes(1)), utc(clock.instant()), limit);
    }

    /** Takes the turn of a message; a turn that nobody ended comes again. */
    Optional<Turn> take(UUID id) {
        var now = clock.instant();
        var mine = jdbc.update("update mail_incoming set next_attempt_at = ?, attempts = attempts + 1 where id = ? and state = 'STORED' and next_attempt_at <= ?", utc(now.plus(TURN)),
                bytes(id), utc(now));
        return mine == 0 ? Optional.empty() : jdbc.query("select mailbox_id, attempts, body_hash, arrived_at from mail_incoming where id = ?",
                (row, n) -> new Turn(id, uuid(row.getBytes(1)), row.getInt(2), row.getString(3), instant(row, "arrived_at")), bytes(id)).stream().findFirst();
    }

    void later(UUID id, Instant when) {
        jdbc.update("update mail_incoming set next_attempt_at = ? where id = ? and state = 'STORED'", utc(when), bytes(id));
    }

    /** Shows it to staff. @param problem a code with a text of its own */
    void waits(UUID id, String problem) {
        jdbc.update("update mail_incoming set state = 'WAITING', problem = ?, next_attempt_at = null where id = ? and state = 'STORED'", problem, bytes(id));
    }

    /** Writes down what was read. */
    @Transactional
    public void read(UUID id, ReadMail mail, ServerVerdict verdict, List<FileState> files) {
        jdbc.update("""
                update mail_incoming set message_hash = ?, message_id = ?, sender = ?, sender_name = ?, subject = ?, sent_at = ?, own_text = ?, quoted_text = ?, html = ?, quoted_html = ?,
                    protection = ?, verdict = ? where id = ?""", mail.messageId().isEmpty() ? null : Secrets.hash(mail.messageId()), mail.messageId(), mail.sender(), mail.senderName(),
                mail.subject(), utc(mail.sentAt()), mail.own(), mail.quoted(), mail.html(), mail.quotedHtml(), mail.protection().name(), verdict.name(), bytes(id));
        jdbc.update("delete from mail_file where mail_id = ?", bytes(id));
        for (var i = 0; i < mail.files().size(); i++) {
            var file = mail.files().get(i);
            jdbc.update("insert into mail_file (mail_id, position, path, name, content_type, size, content_id, inline_shown, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), i, file.path(),
                    file.name(), file.contentType(), file.size(), file.contentId(), file.inline(), files.get(i).name());
        }
    }

    /** Ends it. @return false if somebody else did meanwhile */
    boolean done(UUID id, MailOutcome outcome, String inquiry, String linked, CustomerId customer) {
        return jdbc.update("""
                update mail_incoming set state = 'DONE', outcome = ?, problem = null, inquiry_number = ?, linked_number = ?, customer_id = ?, next_attempt_at = null
                where id = ? and state in ('STORED', 'WAITING', 'DONE')""", outcome.name(), inquiry, linked, customer == null ? null : bytes(customer.value()), bytes(id)) == 1;
    }

    /** Whether the same message came before, into this mailbox or another one. */
    boolean known(UUID id, String messageId, String bodyHash) {
        return !messageId.isEmpty() && jdbc.queryForObject("select count(*) from mail_incoming where message_hash = ? and body_hash = ? and id <> ? and (outcome is null or outcome <> 'DUPLICATE') "
                + "and state <> 'STORED'", Integer.class, Secrets.hash(messageId), bodyHash, bytes(id)) > 0;
    }

    /** How many came from there since, whatever became of them. */
    int from(String sender, Instant since) {
        return jdbc.queryForObject("select count(*) from mail_incoming where sender = ? and arrived_at >= ?", Integer.class, sender, utc(since));
    }

    /** How many inquiries they opened. */
    int opened(String sender, Instant since) {
        return jdbc.queryForObject("select count(*) from mail_incoming where sender = ? and arrived_at >= ? and outcome in ('OPENED', 'LINKED')", Integer.class, sender, utc(since));
    }

    /** Whether somebody at that address opened or continued the inquiry by mail before. */
    boolean wroteIn(String inquiry, String sender) {
        return jdbc.queryForObject("select count(*) from mail_incoming where inquiry_number = ? and sender = ? and outcome in ('OPENED', 'REPLIED', 'LINKED')", Integer.class, inquiry, sender) > 0;
    }

    /** Writes the bytes as they came. @return how many */
    long write(UUID id, OutputStream out) {
        var size = 0L;
        for (var position = 0; ; position++) {
            var piece = jdbc.query("select content from mail_piece where mail_id = ? and position = ?", (row, n) -> row.getBytes(1), bytes(id), position);
            if (piece.isEmpty()) {
                return size;
            }
            try {
                out.write(piece.getFirst());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            size += piece.getFirst().length;
        }
    }

    /** In a file of its own, to be deleted by whoever asked. */
    Path file(UUID id) throws IOException {
        var file = Files.createTempFile("mail", ".eml");
        try (var out = Files.newOutputStream(file)) {
            write(id, out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        return file;
    }
}
