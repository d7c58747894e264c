package app.regulars.platform.ui;

import java.util.Locale;

/** What a badge or a notice says by its colour, always beside words. */
public enum Tone {
    NEUTRAL, OK, WARN, BAD, INFO;

    /** The class of the style sheets. */
    public String css() {
        return this == NEUTRAL ? "" : name().toLowerCase(Locale.ROOT);
    }
}
