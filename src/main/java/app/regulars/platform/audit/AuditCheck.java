package app.regulars.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came of reading the whole chain.
 *
 * @param entries how many stand in it
 * @param erased  how many of them lost their words because a customer was forgotten
 * @param end     the hash of the last; noted elsewhere, it proves later that nothing before it was made anew
 * @param breaks  where it does not hold, at most 20; empty when it does
 */
public record AuditCheck(Instant at, long entries, long erased, String end, List<Break> breaks) {

    public enum Kind {
        /** The entry is not as it was written, or stands in another's place. */
        CHANGED,
        /** Entries from this position on are gone. */
        MISSING,
        /** The end of the chain is gone. */
        CUT,
        /** The chain is whole in itself, but its end was not signed with this shop's key. */
        SIGNATURE
    }

    /** @param entry null where there is none */
    public record Break(Kind kind, long position, UUID entry, Instant at) {
    }

    public AuditCheck {
        breaks = List.copyOf(breaks);
    }

    public boolean holds() {
        return breaks.isEmpty();
    }
}
