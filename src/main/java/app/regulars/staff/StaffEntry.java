package app.regulars.staff;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A row of the staff list.
 *
 * @param roles       their codes
 * @param suspendedAt null for an active member
 * @param lastSignIn  null when never
 * @param signsIn     whether a password was chosen
 * @param secondStep  whether the second step is set up
 */
public record StaffEntry(StaffId id, String name, String email, Set<String> roles, List<String> languages, String team, boolean active, Instant joinedAt,
                         Instant suspendedAt, Instant lastSignIn, boolean signsIn, boolean secondStep) {

    @Override
    public String toString() {
        return "staff " + id;
    }
}
