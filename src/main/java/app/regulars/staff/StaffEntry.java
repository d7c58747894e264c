package app.regulars.staff;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * A row of the staff list.
 *
 * @param lastSignIn null when never
 * @param signsIn    whether a password was chosen
 */
public record StaffEntry(StaffId id, String name, String email, StaffRole role, List<String> languages, String team, boolean active, Instant joinedAt,
                         Instant lastSignIn, boolean signsIn) {
}
