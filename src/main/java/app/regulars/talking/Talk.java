package app.regulars.talking;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A talk as it is stored. @param waitsSince since when somebody could take it: since it was opened, or given back @param person which person of a company talks, or null @param inquiry what it became, or null while it goes on */
record Talk(UUID id, String number, CustomerId customer, CustomerId person, boolean signedIn, String name, Locale language, StaffId staff, Instant openedAt, Instant waitsSince, Instant takenAt,
            Instant endedAt, EndedWhy why, String inquiry, Instant customerSeen, Instant customerWritesUntil, Instant staffWritesUntil) {

    boolean isOver() {
        return endedAt != null;
    }

    static boolean isWriting(Instant until, Instant now) {
        return until != null && until.isAfter(now);
    }

    /** Says nothing of whose it is. */
    @Override
    public String toString() {
        return number;
    }
}
