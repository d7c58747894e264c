package app.regulars.talking;

import app.regulars.platform.Refused;
import app.regulars.platform.text.PersonTexts;
import java.util.Map;

/** The bounds of what is said in a talk. */
final class Words {

    static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_KEY = 64;

    private Words() {
    }

    /** @throws Refused for nothing, or too much for one line */
    static String line(String typed) {
        var text = PersonTexts.lines(typed);
        if (text.isEmpty()) {
            throw new Refused("talking.refused.empty", "text", Map.of());
        }
        if (text.length() > LONGEST_LINE) {
            throw new Refused("talking.refused.long", "text", Map.of("most", LONGEST_LINE));
        }
        return text;
    }

    /** @throws Refused for a key that no page of ours makes */
    static String key(String sent) {
        if (sent == null || sent.length() > LONGEST_KEY || !sent.matches("[A-Za-z0-9-]{8,}")) {
            throw new Refused("talking.refused.key", "text", Map.of());
        }
        return sent;
    }
}
