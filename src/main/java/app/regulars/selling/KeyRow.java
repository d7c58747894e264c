package app.regulars.selling;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** A key of a program, without its secret. @param hint how it begins @param customer null for an agent's @param agent null for a customer's */
public record KeyRow(UUID id, String name, String hint, CustomerId customer, String agent, Instant madeAt, Instant lastUsedAt, Instant revokedAt) {
}
