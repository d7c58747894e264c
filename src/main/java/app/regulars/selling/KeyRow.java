package app.regulars.selling;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** A key of a program, without its secret. @param hint how it begins @param customer null for an agent's @param agent null for a customer's @param scope what it opens; without customer and agent where that is not orders */
public record KeyRow(UUID id, String name, String hint, CustomerId customer, String agent, KeyScope scope, Instant madeAt, Instant lastUsedAt, Instant revokedAt) {
}
