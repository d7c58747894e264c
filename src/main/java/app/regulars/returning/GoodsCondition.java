package app.regulars.returning;

import java.util.Locale;

/** How what came back was found. */
public enum GoodsCondition {
    AS_NEW, OPENED, DAMAGED, UNUSABLE;

    /** As it stands in addresses, forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
