package app.regulars.storefront;

import java.util.ArrayList;
import java.util.List;

/** A text in which the found words stand between the marks \u0001 and \u0002, in parts that a template can escape. */
public final class Marked {

    private Marked() {
    }

    /** One stretch of the text. */
    public record Part(String text, boolean found) {
    }

    public static List<Part> parts(String marked) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < marked.length()) {
            int open = marked.indexOf('\u0001', at);
            int close = open < 0 ? -1 : marked.indexOf('\u0002', open);
            if (close < 0) {
                parts.add(new Part(plain(marked.substring(at)), false));
                break;
            }
            if (open > at) {
                parts.add(new Part(marked.substring(at, open), false));
            }
            parts.add(new Part(marked.substring(open + 1, close), true));
            at = close + 1;
        }
        return parts;
    }

    private static String plain(String text) {
        return text.replace("\u0001", "").replace("\u0002", "");
    }
}
