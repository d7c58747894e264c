package app.regulars.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a person had agreed to at the end of a day.
 *
 * @param moment    the end of that day where the shop is, or now if the day is not over
 * @param states    one for each purpose that had words then
 * @param lines     everything that was said up to then, oldest first
 * @param statement the version of the privacy statement that counted then, or null
 * @param end       the ledger's length and last hash when this was made
 * @param made      when this was made
 */
public record ConsentProof(LocalDate day, Instant moment, List<ConsentState> states, List<ConsentEntry> lines, Integer statement, long length, String end,
                           Instant made) {
}
