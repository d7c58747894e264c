package app.regulars.privacy;

import java.util.List;

/**
 * What holds for one purpose now.
 *
 * @param wording the words that were agreed to when it is granted, else the words one would agree to now
 * @param last    the last line of the ledger, or null when nothing was ever said
 */
public record ConsentState(String purpose, boolean granted, Wording wording, ConsentEntry last) {

    /** The state after these lines, oldest first: the plain replay by which everything is judged. */
    static boolean granted(List<ConsentEntry> lines, java.time.Instant at) {
        var granted = false;
        for (var line : lines) {
            if (!line.at().isAfter(at)) {
                granted = line.granted() && (line.expires() == null || line.expires().isAfter(at));
            }
        }
        return granted;
    }
}
