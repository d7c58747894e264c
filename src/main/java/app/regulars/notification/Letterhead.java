package app.regulars.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asked before a message leaves that is about something: who sends it, and how an answer to it finds its way back. Implemented by the module
 * that takes answers in, which stands above this one (ADR 34).
 */
public interface Letterhead {

    /**
     * @param message its id in the outbox
     * @return nothing for a message that leaves as all others do
     */
    Optional<Head> of(UUID message, OutgoingMail mail);

    /**
     * @param refusal    why it must not leave at all ("loop"), or null
     * @param messageId  without brackets; the same each time the same message is asked for
     * @param replyTo    where answers go, or null for the sender
     * @param answers    the id of the message that it answers, or null
     * @param references ids of the conversation, oldest first
     * @param automatic  whether nobody wrote it: then nobody who is away answers it
     * @param mark       a line for the end of the text, or null
     * @param relay      the server that it leaves by, or null for the shop's
     */
    record Head(String refusal, String from, String fromName, String replyTo, String messageId, String answers, List<String> references, boolean automatic, String mark, Relay relay) {

        /** It stays. */
        public static Head refused(String why) {
            return new Head(why, null, null, null, null, null, List.of(), true, null, null);
        }
    }

    /** @param security "tls", "starttls" or "none" @param username null where nobody has to sign in */
    record Relay(String host, int port, String security, String username, String password) {

        /** Says no secret. */
        @Override
        public String toString() {
            return "relay " + host;
        }
    }
}
