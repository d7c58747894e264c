package app.regulars.approving;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** A request was approved or declined. */
public record ApprovalDecided(UUID request, CustomerId company, Instant at) {
}
