package app.regulars.contracting;

import java.util.Locale;

/** Where a contract stands on a day. */
public enum ContractState {
    /** It begins later. */
    UPCOMING,
    RUNNING,
    /** It runs, and the last day to decide what comes after it is near or past. */
    DUE,
    /** It was ended, and runs until its last day. */
    LEAVING,
    /** Its last day is past and nobody decided. */
    EXPIRED,
    ENDED;

    public boolean needsSomebody() {
        return this == DUE || this == EXPIRED;
    }

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
