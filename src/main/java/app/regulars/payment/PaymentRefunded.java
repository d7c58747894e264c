package app.regulars.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Money went back to whoever paid. @param key makes it one, however often it is told @param reason what staff said, or null */
public record PaymentRefunded(UUID reference, String key, BigDecimal amount, String currency, String reason, Instant at) {
}
