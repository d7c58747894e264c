package app.regulars.serving;

import java.time.Instant;

/** What in an inquiry's history the clock looks at; everything else leaves it alone. In the order in which it happened. */
public sealed interface ClockEvent {

    Instant at();

    /** The facts that targets and hours depend on; null where unknown. */
    record Facts(String type, String priority, String tier, String team) {
    }

    record Opened(Instant at, Facts facts) implements ClockEvent {
    }

    /** Type, priority, tier or team became another. Time already used stays used; the goal is the new one from the beginning. */
    record FactsChanged(Instant at, Facts facts) implements ClockEvent {
    }

    record CustomerWrote(Instant at) implements ClockEvent {
    }

    /** Staff answered; now the customer's turn. */
    record StaffAnswered(Instant at) implements ClockEvent {
    }

    /** Put to waiting for the customer without an answer. */
    record Waiting(Instant at) implements ClockEvent {
    }

    /** Resolved, closed by the customer, or gone into another by a merge. */
    record Ended(Instant at) implements ClockEvent {
    }

    record Reopened(Instant at) implements ClockEvent {
    }

    /** Put away for a while by staff: the customer waits as before, so nothing stops. */
    record Snoozed(Instant at) implements ClockEvent {
    }

    /** Another inquiry was merged into this. @param waited how long its customer has waited for an answer in hours of work, in milliseconds; null if she did not */
    record Absorbed(Instant at, Long waited) implements ClockEvent {
    }
}
