package app.regulars.matching;

import app.regulars.customer.CustomerCard;
import java.time.Instant;
import java.util.UUID;

/**
 * One of two that became one.
 *
 * @param by        the given name of who did it
 * @param undoUntil null when it was undone or is too long ago
 */
public record MergeEntry(UUID id, CustomerCard survivor, CustomerCard absorbed, Instant at, String by, String reason, Instant undoneAt, Instant undoUntil) {
}
