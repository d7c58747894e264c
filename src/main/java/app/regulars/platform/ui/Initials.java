package app.regulars.platform.ui;

import java.util.Locale;

/** One or two letters that stand for a name in a round picture. */
public final class Initials {

    private Initials() {
    }

    public static String of(String name) {
        var words = name == null ? new String[0] : name.replaceAll("[^\\p{L}\\p{N} ]", "").trim().split(" +");
        if (words.length == 0 || words[0].isEmpty()) {
            return "?";
        }
        var last = words.length > 1 ? first(words[words.length - 1]) : "";
        return (first(words[0]) + last).toUpperCase(Locale.ROOT);
    }

    /** One of the six tints, always the same for the same name: the class "t1" to "t6". */
    public static String tint(String name) {
        return "t" + (1 + Math.floorMod(name == null ? 0 : name.hashCode(), 6));
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
