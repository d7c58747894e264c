package app.regulars.personaldata;

import java.time.Instant;

/**
 * How long a kind of data is kept.
 *
 * @param months  0 for as long as the record it hangs on
 * @param active  whether the nightly job carries it out; else it only counts
 * @param enforced whether the job knows how; the others are kept by the record they hang on
 * @param countsUntil until then it only counts; null for a rule that was never on
 * @param columns how many columns of the map name it
 */
public record RetentionRule(String code, int months, boolean active, boolean enforced, Instant countsUntil, Instant lastRun, long lastCount, long columns) {
}
