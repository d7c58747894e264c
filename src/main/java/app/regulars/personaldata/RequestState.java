package app.regulars.personaldata;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a request stands. */
public enum RequestState {

    OPEN,
    /** Somebody has it. */
    TAKEN,
    /** Will be done by itself as soon as nothing is on its way any more. */
    WAITING, DONE,
    /** With the reasons, and where to complain. */
    DECLINED;

    /** All but those that are over. */
    static final Set<RequestState> UNFINISHED = Collections.unmodifiableSet(EnumSet.of(OPEN, TAKEN, WAITING));

    public boolean isOver() {
        return this == DONE || this == DECLINED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
