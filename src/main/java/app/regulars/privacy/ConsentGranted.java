package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The person agreed to a purpose in words. */
public record ConsentGranted(CustomerId customer, String purpose, Instant at) {
}
