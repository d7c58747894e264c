package app.regulars.account;

import app.regulars.platform.Refused;
import java.util.Map;

/** The bounds of what people write about themselves. */
final class PersonTexts {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_PHONE = 40;

    private PersonTexts() {
    }

    static String name(String typed) {
        return bounded(required(typed, "account.name.missing", "name"), LONGEST_NAME, "name");
    }

    /** Null for a person. */
    static String company(String typed) {
        return bounded(clean(typed), LONGEST_NAME, "company");
    }

    /** Digits and the signs between them; null when there is none. */
    static String phone(String typed) {
        var text = bounded(clean(typed), LONGEST_PHONE, "phone");
        if (text != null && (!text.matches("\\+?[0-9 ().\\-/]+([ ]?(x|ext\\.?|poste)[ ]?[0-9]+)?") || text.replaceAll("[^0-9]", "").length() < 7)) {
            throw new Refused("account.phone.broken", "phone", Map.of());
        }
        return text;
    }

    static String required(String typed, String key, String field) {
        var text = clean(typed);
        if (text == null) {
            throw new Refused(key, field, Map.of());
        }
        return text;
    }

    static String bounded(String text, int most, String field) {
        if (text != null && text.codePointCount(0, text.length()) > most || text != null && text.length() > most) {
            throw new Refused("account.text.long", field, Map.of("most", most));
        }
        return text;
    }

    /** One line without control characters and spaces around; null when nothing is left. Direction marks are taken out, letters of every script stay. */
    static String clean(String typed) {
        if (typed == null) {
            return null;
        }
        var text = typed.replaceAll("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+", " ").replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text;
    }
}
