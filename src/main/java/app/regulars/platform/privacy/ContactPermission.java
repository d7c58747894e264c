package app.regulars.platform.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/**
 * Asked before every message that is not about a running transaction. Answered by the privacy module; no answer means no.
 */
public interface ContactPermission {

    /**
     * @param purpose the code of the purpose, such as "newsletter"
     * @param channel the channel, such as "email"
     * @param at      the moment of sending
     */
    boolean mayContact(CustomerId customer, String purpose, String channel, Instant at);
}
