package app.regulars.returning;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;
import java.util.Map;

/** What people write about a return. */
final class Said {

    static final int LONGEST = 2000;

    private Said() {
    }

    /** Of a complaint somebody has to say what is wrong. */
    static String words(String typed, boolean needed) {
        // what people write may have lines
        var text = typed == null ? "" : typed.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]+", " ").strip();
        if (text.isBlank()) {
            if (needed) {
                throw new Refused("returning.refused.words", "words", Map.of());
            }
            return "";
        }
        return PersonTexts.bounded(text, LONGEST, "words");
    }

    /** Null for nothing. @param field beside which it is refused when it is too long */
    static String bounded(String text, int most, String field) {
        return text == null || text.isBlank() ? null : PersonTexts.bounded(PersonTexts.clean(text), most, field);
    }
}
