package app.regulars.privacy;

import java.util.Locale;

/** On what ground a permission rests (Canada's anti-spam law, sections 6 and 10). */
public enum ConsentBasis {
    /** The person said so, in words that are kept. */
    EXPRESS,
    /** The law takes it for granted for a while after a purchase or an inquiry. */
    IMPLIED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConsentBasis of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
