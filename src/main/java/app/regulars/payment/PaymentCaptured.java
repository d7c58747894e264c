package app.regulars.payment;

import java.time.Instant;
import java.util.UUID;

/** Money for a reference came in. @param covered whether all that is to be paid is there now */
public record PaymentCaptured(UUID reference, boolean covered, Instant at) {
}
