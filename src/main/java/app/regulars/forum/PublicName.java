package app.regulars.forum;

import java.util.Locale;

/** A customer's name as everybody may see it: the given name and the initial of the surname. */
final class PublicName {

    private PublicName() {
    }

    /** "Perrin T." of "Perrin Tremblay"; null where there is no name to show (none, or an e-mail address in its place). */
    static String of(String name) {
        if (name == null || name.isBlank() || name.indexOf('@') >= 0) {
            return null;
        }
        var words = name.strip().split("\\s+");
        return words.length == 1 ? words[0] : words[0] + " " + initial(words[words.length - 1]) + ".";
    }

    /** "PT" of "Perrin T.". */
    static String initials(String publicName) {
        var words = publicName.split(" ");
        return initial(words[0]) + (words.length > 1 ? initial(words[words.length - 1]) : "");
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
