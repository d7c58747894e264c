package app.regulars.personaldata;

import java.time.Instant;
import java.util.UUID;

/** A privacy impact assessment. @param change what it is about: a pull request, an issue, a version @param conclusion "go", "change" or "stop" */
public record Assessment(UUID id, int version, String title, String change, String description, String risks, String measures, String conclusion, Instant changedAt) {
}
