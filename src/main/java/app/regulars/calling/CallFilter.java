package app.regulars.calling;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * Which calls.
 *
 * @param missed   only those that nobody answered and nobody has noted anything of
 * @param staff    at whom they rang, or null for all
 * @param since    or null
 * @param customer who called, or null
 * @param words    of the note, a part of the caller's number, or the call's own; blank for all
 */
public record CallFilter(boolean missed, StaffId staff, Instant since, CustomerId customer, String words) {

    /** Says nothing of what was looked for. */
    @Override
    public String toString() {
        return missed ? "missed calls" : "calls";
    }
}
