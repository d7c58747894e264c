package app.regulars.payment;

import java.time.Instant;
import java.util.UUID;

/** Less is to be paid for the reference than before. */
public record PaymentLowered(UUID reference, Instant at) {
}
