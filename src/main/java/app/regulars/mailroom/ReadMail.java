package app.regulars.mailroom;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A message as it was understood.
 *
 * @param messageId  without its brackets, or empty
 * @param answered   ids of messages that it answers, the nearest first
 * @param sender     the address in From, lower case, or empty
 * @param returnPath null when the server noted none, empty for the null sender of bounces
 * @param reached    every address it was sent or delivered to, lower case
 * @param own        what the writer wrote, as text
 * @param html       the same with its form, safe; empty for a text
 * @param verdicts   what mail servers noted of the sender's genuineness (Authentication-Results), the last server's first
 * @param marks      values of X-Loop
 * @param bounce     null for what is none
 */
record ReadMail(String messageId, List<String> answered, String sender, String senderName, String replyTo, String returnPath, Set<String> reached, String subject, Instant sentAt,
                String own, String quoted, String html, String quotedHtml, List<MailFile> files, MailKind kind, MailProtection protection, List<String> verdicts,
                Set<String> marks, Bounce bounce) {

    /**
     * A file of a message, where it is.
     *
     * @param path      which part of which part, from 0: "1.0"
     * @param contentId by which the HTML names it, or empty
     * @param inline    whether it stands in the text
     */
    record MailFile(String path, String name, String contentType, long size, String contentId, boolean inline) {
    }

    /**
     * What a server says of a message that it could not deliver.
     *
     * @param messageId of ours, without brackets, or empty
     * @param recipient as the server names it, or empty
     * @param status    such as "5.1.1", or empty
     * @param forGood   false for a mere delay
     */
    record Bounce(String messageId, String recipient, String status, boolean forGood) {
    }

    /** Says nothing of what was written. */
    @Override
    public String toString() {
        return "mail of kind " + kind;
    }
}
