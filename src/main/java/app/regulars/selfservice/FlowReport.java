package app.regulars.selfservice;

import java.util.List;

/**
 * How far a flow was walked by those who began it in a span of days. Who is still on the way counts as having stopped where she is.
 *
 * @param finished    how many came to the end
 * @param asked       how many asked a person from it, whether they came to the end or not
 * @param stopped     how many stopped at each step, in the order of {@link Flow#stepNames}; the last is always 0
 * @param medianSteps pages and deeds of half of those who finished, or null where nobody did
 * @param finishedBefore the share that finished in the span of equal length before it, or null where nobody began
 */
public record FlowReport(Flow flow, long begun, long finished, long asked, List<Long> stopped, Double medianSteps, Double finishedBefore) {

    /** Fewer say nothing. */
    public static final int ENOUGH = 20;

    public long unfinished() {
        return begun - finished;
    }

    public double finishedShare() {
        return begun == 0 ? 0 : (double) finished / begun;
    }

    public double askedShare() {
        return begun == 0 ? 0 : (double) asked / begun;
    }

    /** Whether there were enough to say anything. */
    public boolean isEnough() {
        return begun >= ENOUGH;
    }

    /** Where most of those stopped who did not finish: an index of {@link #stopped}, or -1 where all finished. */
    public int worst() {
        int worst = -1;
        for (int step = 0; step < stopped.size(); step++) {
            if (stopped.get(step) > 0 && (worst < 0 || stopped.get(step) > stopped.get(worst))) {
                worst = step;
            }
        }
        return worst;
    }
}
