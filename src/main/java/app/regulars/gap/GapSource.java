package app.regulars.gap;

import java.util.Locale;

/** Where something was asked for in vain. */
public enum GapSource {
    SEARCH, POST, INQUIRY, VOTE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
