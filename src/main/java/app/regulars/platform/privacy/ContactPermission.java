package app.regulars.platform.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Asked before every message that is not about a running transaction, at the moment of sending. Answered by the privacy module;
 * no answer means no.
 */
public interface ContactPermission {

    /**
     * @param purpose the code of the purpose, such as "newsletter"
     * @param channel the channel, such as "email"
     * @param at      the moment of sending
     */
    Answer ask(CustomerId customer, String purpose, String channel, Instant at);

    default boolean mayContact(CustomerId customer, String purpose, String channel, Instant at) {
        return ask(customer, purpose, channel, at).allowed();
    }

    /** How the person stops messages of this purpose without signing in; nothing for a purpose that nobody knows. */
    default Optional<Stop> stop(CustomerId customer, String purpose, Locale locale) {
        return Optional.empty();
    }

    /**
     * @param basis   "express" or "implied"; null when refused
     * @param entry   the line of the consent ledger that answers, or null when there is none
     * @param until   when the permission ends by itself, or null
     * @param refusal why not ("never", "withdrawn", "expired", "reworded", "off"), or null
     */
    record Answer(String basis, UUID entry, Instant until, String refusal) {

        public static Answer no(String why) {
            return new Answer(null, null, null, why);
        }

        public boolean allowed() {
            return refusal == null;
        }
    }

    /**
     * @param address complete; a POST to it stops at once, opening it asks first
     * @param about   what the messages are, in the reader's words
     */
    record Stop(String address, String about) {
    }
}
