package app.regulars.returning;

import java.util.Locale;

/** What the customer would like to come of it. */
public enum Wish {
    REFUND, EXCHANGE, CREDIT;

    /** As it stands in addresses, forms and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
