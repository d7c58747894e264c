package app.regulars.payment;

import java.time.Instant;
import java.util.UUID;

/** A bank keeps money for us. @param covered whether that and what came in is all that is to be paid */
public record PaymentAuthorized(UUID reference, boolean covered, Instant at) {
}
