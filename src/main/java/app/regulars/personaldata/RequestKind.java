package app.regulars.personaldata;

import java.util.Locale;

/** What a person may ask of us about her data. */
public enum RequestKind {

    ACCESS, CORRECTION, WITHDRAWAL, OBJECTION, ERASURE, COMPLAINT,
    /** The factors of a decision that a machine made alone. */
    AUTOMATED;

    /** As it stands in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
