package app.regulars.serving;

import java.time.Instant;

/**
 * One promise and how it stands.
 *
 * @param ended    when it was kept, or needed no more; null as long as it runs or pauses
 * @param used     time of work that it took so far, in milliseconds
 * @param goal     what is allowed by the facts at the end, in milliseconds; null if nothing was promised
 * @param due      when the time is used up: in the future if nothing changes, in the past if it is; null while it pauses, or has ended in time
 * @param missedAt the first moment of work after the time was used up; null if that never came. A later, longer goal does not take it back
 */
public record Measured(TargetKind kind, Instant started, Instant ended, long used, Long goal, Instant due, Instant missedAt) {

    public boolean isRunning() {
        return ended == null && due != null;
    }
}
