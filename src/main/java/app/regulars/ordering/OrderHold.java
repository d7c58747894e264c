package app.regulars.ordering;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.time.LocalDate;

/** Keeps an order from being packed. @param until the last day; null until somebody lifts it */
public record OrderHold(String reason, StaffId by, Instant since, LocalDate until) {
}
