package app.regulars.arranging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How products stand in a list: large pictures side by side, or one line each. */
public enum ListStyle {

    GRID, LIST;

    /** As it stands in addresses, forms and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListStyle> of(String code) {
        return Arrays.stream(values()).filter(style -> style.code().equals(code)).findFirst();
    }
}
