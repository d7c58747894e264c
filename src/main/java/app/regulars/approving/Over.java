package app.regulars.approving;

import java.util.Locale;

/** What an order was more than. */
public enum Over {
    ORDER, MONTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
