package app.regulars.account;

import java.time.Instant;
import java.util.UUID;

/** A device or key ring that signs somebody in. @param synced whether it is kept by a service and so on several devices */
public record Passkey(UUID id, String label, Instant created, Instant lastUsed, boolean synced) {
}
