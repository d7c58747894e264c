package app.regulars.reordering;

import java.util.Locale;

/** From what it is foreseen when something is needed. */
public enum Basis {
    /** The customer's own pauses. */
    OWN,
    /** She bought it once: how often others buy this article. */
    ARTICLE,
    /** How often people come back to this shop. */
    SHOP;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
