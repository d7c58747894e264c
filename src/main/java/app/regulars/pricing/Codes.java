package app.regulars.pricing;

import java.util.Locale;

/** How codes of coupons and vouchers are written: in capitals, without blanks; so that case and spaces never matter. */
public final class Codes {

    public static final int LONGEST = 40;
    /** So many may be typed for one cart. */
    public static final int MOST = 5;

    private Codes() {
    }

    /** @return empty for what cannot be a code */
    public static String normal(String typed) {
        var code = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return code.matches("[A-Z0-9][A-Z0-9_-]{1," + (LONGEST - 1) + "}") ? code : "";
    }
}
