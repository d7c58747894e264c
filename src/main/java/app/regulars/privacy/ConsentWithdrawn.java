package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The person said no to a purpose, or took back what she had allowed. */
public record ConsentWithdrawn(CustomerId customer, String purpose, Instant at) {
}
