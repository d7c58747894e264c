package app.regulars.reordering;

import java.time.Instant;
import java.util.UUID;

/** A named list as a row. */
public record ListSummary(UUID id, String name, int lines, Instant changedAt) {
}
