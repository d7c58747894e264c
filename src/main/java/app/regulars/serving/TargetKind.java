package app.regulars.serving;

import java.util.Locale;

/** What is promised. */
public enum TargetKind {
    /** From the question to our first answer. */
    FIRST,
    /** From each later message to our next answer. */
    NEXT,
    /** From the question to its end, without the time in which we waited for the customer. */
    RESOLUTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
