package app.regulars.privacy;

import java.util.Locale;

/** What a line of the ledger says. */
public enum ConsentKind {
    /** The person agreed, or the law takes it for granted for a while (see {@link ConsentBasis}). */
    GRANTED,
    /** The person said no, or took back a yes. */
    WITHDRAWN,
    /** Two records turned out to be one person. */
    MERGED,
    /** They turned out to be two after all. */
    UNMERGED,
    /** The words of a purpose changed in substance: what was agreed to in earlier words no longer counts. Said of everybody. */
    REWORDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConsentKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
