package app.regulars.platform.identity;

import java.time.Instant;

/**
 * Implemented by every module that assigns matters to members of staff; collected when one leaves, so that nothing is left without an
 * owner. What somebody wrote or did stays theirs: only who is in charge changes.
 */
public interface StaffHandover {

    /** The key of a text with the value {@code count}: "{count, plural, one {# inquiry} other {# inquiries}}". */
    String matters();

    /** How many open matters the member is in charge of. */
    long count(StaffId of);

    /**
     * Hands over whatever the member is in charge of, in the caller's transaction.
     *
     * @param to a colleague, or null for the queue, where everybody finds it
     * @param by who does it, for each matter's history
     * @return how many open matters changed hands
     */
    long handOver(StaffId from, StaffId to, StaffId by, Instant at);
}
