package app.regulars.approving;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** Somebody asks for a yes. */
public record ApprovalAsked(UUID request, CustomerId company, Instant at) {
}
