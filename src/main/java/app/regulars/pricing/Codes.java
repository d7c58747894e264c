package app.regulars.pricing;

import java.security.SecureRandom;
import java.util.Locale;

/** How codes of coupons and vouchers are written: in capitals, without blanks; so that case and spaces never matter. */
public final class Codes {

    public static final int LONGEST = 40;
    /** So many may be typed for one cart. */
    public static final int MOST = 5;

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {
    }

    /** A new one that nobody guesses, without letters that look alike. @param prefix such as "W-" */
    public static String next(String prefix) {
        var code = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** @return empty for what cannot be a code */
    public static String normal(String typed) {
        var code = typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return code.matches("[A-Z0-9][A-Z0-9_-]{1," + (LONGEST - 1) + "}") ? code : "";
    }
}
