package app.regulars.gap;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A gap in the list.
 *
 * @param count    how often it was asked in vain in the last 90 days
 * @param score    the same, each time weighted by what the customer buys: by it they are ranked
 * @param lastWeek of the last seven days
 * @param fall     for a closed one, what became of it; else null
 */
public record GapRow(UUID id, String label, String language, String product, GapKind kind, GapState state, StaffId owner, Instant openedAt, Instant closedAt, long count, double score,
                     long lastWeek, Map<GapSource, Long> sources, Fall fall) {

    public boolean isClosed() {
        return state == GapState.CLOSED;
    }

    /**
     * How often it was asked a week, before it was closed and since.
     *
     * @param since null as long as a week has not passed
     */
    public record Fall(double before, Double since) {

        /** The share by which it fell, negative where it rose; null as long as nothing can be said. */
        public Double share() {
            return since == null || before == 0 ? null : 1 - since / before;
        }
    }
}
