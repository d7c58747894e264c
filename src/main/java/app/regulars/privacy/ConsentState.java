package app.regulars.privacy;

import java.time.Instant;
import java.util.Locale;

/**
 * What holds for one purpose.
 *
 * @param reason  why it holds or does not
 * @param wording the words that were agreed to when it was agreed to in words, else the words one would agree to now
 * @param now     the words that stand beside the switch now
 * @param last    the line of the ledger that decides, or null when nothing was ever said
 * @param until   when it ends by itself, or null
 */
public record ConsentState(String purpose, Reason reason, Wording wording, Wording now, ConsentEntry last, Instant until) {

    /** Why something holds or does not. */
    public enum Reason {
        /** The person agreed in words. */
        EXPRESS,
        /** A purchase or an inquiry implies it for a while. */
        IMPLIED,
        NEVER,
        WITHDRAWN,
        /** It ended by itself. */
        EXPIRED,
        /** The words have changed in substance since, so that the person is to be asked again. */
        REWORDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds() {
            return this == EXPRESS || this == IMPLIED;
        }
    }

    /** The words that were agreed to, in the reader's language where they are the same words. */
    public Wording inTheReadersWords() {
        return wording.version() == now.version() ? now : wording;
    }

    public boolean granted() {
        return reason.holds();
    }

    /** Whether the person is to be asked again. */
    public boolean asksAgain() {
        return reason == Reason.REWORDED;
    }
}
