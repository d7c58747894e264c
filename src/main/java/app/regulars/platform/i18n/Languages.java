package app.regulars.platform.i18n;

import java.util.List;
import java.util.Locale;

/** The languages in which every text is complete. */
public final class Languages {

    public static final Locale ENGLISH = Locale.CANADA;
    public static final Locale FRENCH = Locale.CANADA_FRENCH;
    public static final List<Locale> ALL = List.of(ENGLISH, FRENCH);
    /** The name of the cookie that keeps a visitor's choice. */
    public static final String COOKIE = "lang";
    /** The name of the cookie that keeps, as long as the browser is open, what the account says of whoever is signed in. */
    public static final String ACCOUNT_COOKIE = "lang-account";

    private Languages() {
    }

    /** The supported language for a tag such as "fr", "fr-CA" or "en-US"; English for anything else or null. */
    public static Locale of(String tag) {
        return tag != null && tag.regionMatches(true, 0, "fr", 0, 2) ? FRENCH : ENGLISH;
    }

    /** "en" or "fr": the key under which texts that are data are kept. */
    public static String code(Locale locale) {
        return locale != null && "fr".equals(locale.getLanguage()) ? "fr" : "en";
    }

    /** The language of a request: its {@code lang} parameter, else the visitor's cookie, else what the browser accepts. */
    public static Locale resolve(String parameter, String cookie, String acceptLanguage) {
        if (parameter != null && !parameter.isBlank()) {
            return of(parameter);
        }
        if (cookie != null && !cookie.isBlank()) {
            return of(cookie);
        }
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.FRENCH));
            return best == null ? ENGLISH : of(best.getLanguage());
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }
}
