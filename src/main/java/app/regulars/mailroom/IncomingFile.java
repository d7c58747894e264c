package app.regulars.mailroom;

import java.time.Instant;
import java.util.List;

/**
 * A message that came in, as staff see it.
 *
 * @param html       safe, with pictures of the message by address; empty for a text
 * @param sentAt     as the sender says, or null
 * @param inquiry    the number of the one it belongs to, or null
 * @param linked     the number of the one it names without belonging to it, or null
 * @param verdict    null when it was not read
 * @param handledBy  the name of who dealt with it by hand, or null
 */
public record IncomingFile(IncomingRow row, String own, String quoted, String html, String quotedHtml, Instant sentAt, MailProtection protection, ServerVerdict verdict, String inquiry,
                           String linked, List<Attached> files, String reason, String handledBy, Instant handledAt, boolean hasRaw) {

    /** @param address where it is handed out, or null for what is held */
    public record Attached(String name, String contentType, long size, FileState state, String address) {
    }

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return row.toString();
    }
}
