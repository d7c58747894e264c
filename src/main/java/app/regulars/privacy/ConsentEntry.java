package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param granted true when given, false when withdrawn
 * @param form    where it was said: "registration", "privacy-page", "import"
 * @param expires when it ends by itself, or null
 */
public record ConsentEntry(long sequence, CustomerId customer, String purpose, String channel, boolean granted, Wording wording, String form,
                           ConsentActor actor, Instant at, Instant expires) {
}
