package app.regulars.gap;

import java.util.Locale;

/** Who can close it: whoever writes, or whoever buys. */
public enum GapKind {
    ANSWER, PRODUCT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
