package app.regulars.returning;

import java.util.Locale;

/** Whether the customer sends something back because she wants to, or because something is wrong with it. */
public enum ReturnKind {
    RETURN, COMPLAINT;

    /** As it stands in addresses, forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
