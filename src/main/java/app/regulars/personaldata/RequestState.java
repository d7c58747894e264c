package app.regulars.personaldata;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {

    OPEN,
    /** Somebody has it. */
    TAKEN,
    /** Will be done by itself as soon as nothing is on its way any more. */
    WAITING, DONE,
    /** With the reasons, and where to complain. */
    DECLINED;

    public boolean isOver() {
        return this == DONE || this == DECLINED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
