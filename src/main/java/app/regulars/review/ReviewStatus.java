package app.regulars.review;

import java.util.Locale;

/** Where a review stands. */
public enum ReviewStatus {
    /** Somebody of the staff has to look at it; nobody but its writer and staff sees it. */
    WAITING,
    PUBLISHED,
    /** With a reason that its writer reads; she may change it, or ask once to look again. */
    REFUSED;

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
