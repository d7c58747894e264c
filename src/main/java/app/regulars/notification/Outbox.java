package app.regulars.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.ContactPermission;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The table of messages. A message is claimed by one conditional update, so that of two nodes only one sends it; a claim
 * ends by itself after a while, so that what a dead node left behind is taken over.
 */
@Repository
class Outbox {

    /** For a message that needs no permission. */
    private static final ContactPermission.Answer ANY = new ContactPermission.Answer(null, null, null, null);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message that this node has claimed. */
    record Claimed(UUID id, String token, OutgoingMail mail, String plain, int attempts, String stopAddress) {
    }

    /** @param stopAddress where messages of this purpose are stopped with one click, or null */
    record Letter(OutgoingMail mail, String stopAddress) {
    }

    void add(OutgoingMail mail) {
        add(List.of(new Letter(mail, null)));
    }

    void add(List<Letter> letters) {
        var now = Columns.utc(clock.instant());
        // a plain insert of a key that is there would break the caller's transaction on some databases
        jdbc.batchUpdate("""
                insert into outbox_message (id, message_key, kind, purpose, customer_id, recipient, locale, subject, html, plain, stop_address,
                    thread, state, attempts, posted_at, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?) on duplicate key update message_key = values(message_key)""", letters.stream().map(letter -> {
                    var mail = letter.mail();
                    return new Object[] {Columns.bytes(Ids.next()), mail.key(), mail.kind(), mail.purpose(), mail.customer() == null ? null : Columns.bytes(mail.customer().value()),
                        mail.to(), mail.locale().toLanguageTag(), oneLine(mail.subject()), mail.html(), PlainText.of(mail.html()), letter.stopAddress(), mail.thread(), now, now};
                }).toList());
    }

    private static String oneLine(String subject) {
        var line = subject.replaceAll("\\s+", " ").trim();
        return line.length() <= 500 ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(240, line.codePointCount(0, line.length())))) + "…";
    }

    /** The ids of messages that are due, oldest first: new ones, failed ones after their pause, and those of dead nodes. */
    List<UUID> due(int limit) {
        return jdbc.query("select id from outbox_message where next_attempt_at <= ? order by next_attempt_at limit ?",
                (row, n) -> Columns.uuid(row.getBytes(1)), Columns.utc(clock.instant()), limit);
    }

    /** @param until when the claim ends by itself */
    Optional<Claimed> claim(UUID id, String token, Instant until) {
        var mine = jdbc.update("""
                update outbox_message set state = 'SENDING', claimed_by = ?, next_attempt_at = ?, attempts = attempts + 1
                where id = ? and next_attempt_at <= ?""",
                token, Columns.utc(until), Columns.bytes(id), Columns.utc(clock.instant()));
        return mine == 0 ? Optional.empty() : jdbc.query("select * from outbox_message where id = ? and claimed_by = ?",
                (row, n) -> new Claimed(id, token, mail(row), row.getString("plain"), row.getInt("attempts"), row.getString("stop_address")),
                Columns.bytes(id), token).stream().findFirst();
    }

    /** Ends a claim for good. @param problem why it was not sent, or null */
    void done(Claimed message, MessageState state, String problem) {
        done(message, state, problem, ANY);
    }

    /** Ends a claim for good, and keeps on what ground the message was sent, or was not. */
    void done(Claimed message, MessageState state, String problem, ContactPermission.Answer ground) {
        jdbc.update("""
                update outbox_message set state = ?, done_at = ?, problem = ?, basis = ?, basis_entry = ?, basis_until = ?, refusal = ?,
                    next_attempt_at = null, claimed_by = null
                where id = ? and claimed_by = ?""",
                state.name(), Columns.utc(clock.instant()), problem, ground.basis(), Columns.bytes(ground.entry()), Columns.utc(ground.until()),
                ground.refusal(), Columns.bytes(message.id()), message.token());
    }

    void tryAgain(Claimed message, Instant at, String problem) {
        jdbc.update("update outbox_message set state = 'WAITING', next_attempt_at = ?, problem = ?, claimed_by = null where id = ? and claimed_by = ?",
                Columns.utc(at), problem, Columns.bytes(message.id()), message.token());
    }

    /** Makes a message that was given up or kept due again. @return whether there was one */
    boolean again(UUID id) {
        return jdbc.update("""
                update outbox_message set state = 'WAITING', attempts = 0, problem = null, done_at = null, next_attempt_at = ?
                where id = ? and state in ('FAILED', 'KEPT', 'BOUNCED')""", Columns.utc(clock.instant()), Columns.bytes(id)) == 1;
    }

    /** Notes what a mail server said that could not deliver it; a mere delay leaves it as sent. @return whether there was such a message */
    boolean bounced(UUID id, String status, boolean forGood, Instant at) {
        return jdbc.update("update outbox_message set bounced_at = ?, bounce_status = ?, state = case when ? = 1 and state = 'SENT' then 'BOUNCED' else state end where id = ?",
                Columns.utc(at), status, forGood ? 1 : 0, Columns.bytes(id)) == 1;
    }

    long heldUp() {
        return jdbc.queryForObject("select count(*) from outbox_message where state = 'WAITING' and attempts > 0", Long.class);
    }

    void forget(String key) {
        jdbc.update("""
                update outbox_message set recipient = '', subject = '', html = '', plain = '', stop_address = null, problem = null, next_attempt_at = null,
                    claimed_by = null, state = case when state in ('WAITING', 'SENDING') then 'REFUSED' else state end where message_key = ?""", key);
    }

    static OutgoingMail mail(ResultSet row) throws SQLException {
        var customer = row.getBytes("customer_id");
        return new OutgoingMail(row.getString("message_key"), row.getString("kind"), row.getString("purpose"),
                customer == null ? null : new CustomerId(Columns.uuid(customer)), row.getString("recipient"),
                Locale.forLanguageTag(row.getString("locale")), row.getString("subject"), row.getString("html"), row.getString("thread"));
    }

}
