package app.regulars.platform.text;

import app.regulars.platform.Refused;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** The bounds of what people write about themselves. */
public final class PersonTexts {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_PHONE = 40;

    private PersonTexts() {
    }

    public static String name(String typed) {
        return bounded(required(typed, "platform.name.missing", "name"), LONGEST_NAME, "name");
    }

    /** Null for a person. */
    public static String company(String typed) {
        return bounded(clean(typed), LONGEST_NAME, "company");
    }

    /** Digits and the signs between them; null when there is none. */
    public static String phone(String typed) {
        var text = bounded(clean(typed), LONGEST_PHONE, "phone");
        if (text != null && (!text.matches("\\+?[0-9 ().\\-/]+([ ]?(x|ext\\.?|poste)[ ]?[0-9]+)?") || text.replaceAll("[^0-9]", "").length() < 7)) {
            throw new Refused("platform.phone.broken", "phone", Map.of());
        }
        return text;
    }

    public static String required(String typed, String key, String field) {
        var text = clean(typed);
        if (text == null) {
            throw new Refused(key, field, Map.of());
        }
        return text;
    }

    public static String bounded(String text, int most, String field) {
        if (text != null && text.codePointCount(0, text.length()) > most || text != null && text.length() > most) {
            throw new Refused("platform.text.long", field, Map.of("most", most));
        }
        return text;
    }

    /**
     * One line without control characters and spaces around; null when nothing that can be seen is left. Direction marks are taken out,
     * letters of every script stay, and so do the unseen joiners between them.
     */
    public static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        var text = typed.replaceAll("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ").replaceAll("\\s+", " ").strip();
        return saysNothing(text) ? null : text;
    }

    /** Several lines, with the same left out as in one, but new lines and tabs; empty when nothing that can be seen is left. */
    public static String lines(String typed) {
        if (typed == null) {
            return "";
        }
        var text = typed.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
        return saysNothing(text) ? "" : text;
    }

    private static boolean saysNothing(String text) {
        return text.codePoints().allMatch(point -> Character.getType(point) == Character.FORMAT || Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    /** For comparing and finding: lower case, without accents. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }
}
