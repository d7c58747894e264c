package app.regulars.payment;

import java.time.Instant;
import java.util.UUID;

/** A try to pay was refused. @param problem a code of {@code payment.problem.} texts */
public record PaymentDeclined(UUID reference, String problem, Instant at) {
}
