package app.regulars.returning;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a return or complaint is. What may follow what stands here and nowhere else. */
public enum ReturnStatus {
    /** Waits for the shop. */
    ASKED,
    /** The shop agrees; the goods may come, or need not. */
    APPROVED,
    /** The customer says that it was sent. */
    ON_ITS_WAY,
    RECEIVED,
    INSPECTED,
    /** What becomes of it is decided: the money, the credit or the other piece is under way. */
    SETTLED,
    /** Everything is done. */
    CLOSED,
    REFUSED,
    /** The customer thought better of it. */
    WITHDRAWN;

    /** What can be next. */
    public Set<ReturnStatus> next() {
        return switch (this) {
            case ASKED -> EnumSet.of(APPROVED, REFUSED, WITHDRAWN);
            case APPROVED -> EnumSet.of(ON_ITS_WAY, RECEIVED, SETTLED, WITHDRAWN);
            case ON_ITS_WAY -> EnumSet.of(RECEIVED);
            case RECEIVED -> EnumSet.of(INSPECTED);
            case INSPECTED -> EnumSet.of(SETTLED);
            case SETTLED -> EnumSet.of(CLOSED);
            case CLOSED, REFUSED, WITHDRAWN -> EnumSet.noneOf(ReturnStatus.class);
        };
    }

    /** Whether the pieces can be asked for anew. */
    public boolean isVoid() {
        return this == REFUSED || this == WITHDRAWN;
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
