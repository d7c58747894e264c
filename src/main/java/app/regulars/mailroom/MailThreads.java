package app.regulars.mailroom;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which message ids belong to which inquiry. Only ours lead to one: whoever answers with them has had the message. */
@Repository
class MailThreads {

    private static final int MOST_REFERENCES = 20;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    MailThreads(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of ours. @return the id under which it leaves, the same for the same message of the outbox */
    String sent(UUID outbox, String messageId, String inquiry, UUID mailbox, String recipient, boolean automatic) {
        var known = jdbc.queryForList("select message_id from mail_thread where outbox_id = ?", String.class, bytes(outbox));
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        add(messageId, inquiry, mailbox, outbox, Secrets.hash(recipient), automatic);
        return messageId;
    }

    /** One that came in. */
    void came(String messageId, String inquiry, UUID mailbox) {
        if (!messageId.isEmpty()) {
            add(messageId, inquiry, mailbox, null, null, false);
        }
    }

    private void add(String messageId, String inquiry, UUID mailbox, UUID outbox, String recipient, boolean automatic) {
        jdbc.update("""
                insert into mail_thread (id, message_hash, message_id, inquiry_number, mailbox_id, outbox_id, recipient_hash, automatic, noted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update message_hash = values(message_hash)""", bytes(Ids.next()), Secrets.hash(messageId), messageId, inquiry, bytes(mailbox), bytes(outbox), recipient,
                automatic, utc(clock.instant()));
    }

    /** The inquiry of the first id that is one of ours. */
    Optional<String> inquiryOf(List<String> messageIds) {
        for (var each : messageIds) {
            var found = jdbc.queryForList("select inquiry_number from mail_thread where message_hash = ? and outbox_id is not null", String.class, Secrets.hash(each));
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    boolean isOurs(String messageId) {
        return !messageId.isEmpty() && inquiryOf(List.of(messageId)).isPresent();
    }

    /** Whether we wrote to that address about the inquiry. */
    boolean wroteTo(String inquiry, String recipient) {
        return jdbc.queryForObject("select count(*) from mail_thread where inquiry_number = ? and recipient_hash = ?", Integer.class, inquiry, Secrets.hash(recipient)) > 0;
    }

    /** How many messages that nobody wrote went there since; those of one outbox id but one. */
    int automaticTo(String recipient, Instant since, UUID but) {
        return jdbc.queryForObject("select count(*) from mail_thread where recipient_hash = ? and automatic = ? and noted_at >= ? and outbox_id <> ?", Integer.class, Secrets.hash(recipient), true,
                utc(since), bytes(but));
    }

    /** The message that an answer is to: the last that came in. */
    Optional<String> lastCame(String inquiry) {
        return jdbc.queryForList("select message_id from mail_thread where inquiry_number = ? and outbox_id is null order by noted_at desc, id desc limit 1", String.class, inquiry).stream().findFirst();
    }

    /** The ids of the conversation, oldest first: the first and the last ones of a long one. */
    List<String> references(String inquiry, String but) {
        var all = new ArrayList<>(jdbc.queryForList("select message_id from mail_thread where inquiry_number = ? and message_id <> ? order by noted_at, id limit 500", String.class, inquiry, but));
        while (all.size() > MOST_REFERENCES) {
            all.remove(1);
        }
        return all;
    }

    /** The mailbox that the inquiry came by. */
    Optional<UUID> mailbox(String inquiry) {
        return jdbc.query("select mailbox_id from mail_thread where inquiry_number = ? and mailbox_id is not null order by noted_at limit 1", (row, n) -> uuid(row.getBytes(1)), inquiry).stream()
                .findFirst();
    }
}
