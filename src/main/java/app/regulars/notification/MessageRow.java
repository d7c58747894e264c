package app.regulars.notification;

import java.time.Instant;
import java.util.UUID;

/** A message of the outbox as a row. @param problem what the last attempt ran into, or null */
public record MessageRow(UUID id, String kind, String recipient, String subject, MessageState state, int attempts, Instant postedAt,
                         Instant nextAttemptAt, String problem) {
}
