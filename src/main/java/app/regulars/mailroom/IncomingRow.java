package app.regulars.mailroom;

import java.time.Instant;
import java.util.UUID;

/** A message that came in, in a list. @param outcome null while it waits @param problem why it waits, or null */
public record IncomingRow(UUID id, String mailbox, String sender, String senderName, String subject, MailState state, MailOutcome outcome, String problem, Instant arrivedAt, long size) {

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "mail " + id;
    }
}
