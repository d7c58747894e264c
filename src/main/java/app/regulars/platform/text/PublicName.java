package app.regulars.platform.text;

/** A customer's name as everybody may see it: the given name and the initial of the surname. */
public final class PublicName {

    private PublicName() {
    }

    /** "Perrin T." of "Perrin Tremblay"; null where there is no name to show (none, or an e-mail address in its place). */
    public static String of(String name) {
        if (name == null || name.isBlank() || name.indexOf('@') >= 0) {
            return null;
        }
        var words = name.strip().split("\\s+");
        return words.length == 1 ? words[0] : words[0] + " " + Character.toString(Character.toUpperCase(words[words.length - 1].codePointAt(0))) + ".";
    }
}
