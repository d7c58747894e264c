package app.regulars.reordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A standing order as its page shows it.
 *
 * @param goods at today's prices and with today's stock
 * @param tries in vain for the day that is next
 * @param runs  what came of the latest days, the latest first
 */
public record StandingFile(ListFile goods, int everyWeeks, LocalDate nextOn, boolean active, int tries, List<Run> runs) {

    /** @param outcome "placed", "asked", "skipped", or why not; named by reordering.standing.outcome.{outcome} @param order a number, or null */
    public record Run(LocalDate dueOn, Instant at, String outcome, String order) {

        public boolean isFailed() {
            return order == null && !"skipped".equals(outcome) && !"asked".equals(outcome);
        }
    }
}
