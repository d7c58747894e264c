package app.regulars.calling;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A call, as it is kept and shown.
 *
 * @param caller   in E.164, a short number of the house, or null where it was withheld
 * @param called   the extension, number or address that was rung, as it was told; may be null
 * @param customer who called, or null while nobody knows
 * @param staff    at whom of us it rings, or null for nobody in particular
 * @param inquiry  the number of the inquiry it belongs to, or null
 * @param seconds  how long was talked, or null
 * @param recorded whether a link to a recording is kept
 * @param dropped  whether a link was offered without consent, and not kept
 * @param note     what was noted, or null
 */
public record Call(UUID id, String number, String caller, String called, CustomerId customer, StaffId staff, String inquiry, Instant startedAt, Instant answeredAt, Instant endedAt,
                   Integer seconds, boolean recorded, boolean dropped, String note, StaffId notedBy, Instant notedAt) {

    /** Nobody lets it ring longer: what was neither answered nor ended by then was missed, whatever the telephone system forgot to say. */
    static final Duration RINGS = Duration.ofMinutes(5);

    /** @param now the moment of the question */
    public CallState state(Instant now) {
        if (answeredAt != null) {
            return endedAt == null ? CallState.RUNNING : CallState.ENDED;
        }
        return endedAt == null && startedAt.isAfter(now.minus(RINGS)) ? CallState.RINGING : CallState.MISSED;
    }

    /** Says nothing of who called. */
    @Override
    public String toString() {
        return number;
    }
}
