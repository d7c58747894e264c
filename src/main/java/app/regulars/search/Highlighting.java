package app.regulars.search;

import java.util.List;

/** Marks the words of a title that were looked for, with their endings: "mug" marks "mugs", and "kettel" marks "kettle". */
final class Highlighting {

    private Highlighting() {
    }

    static String mark(String title, List<String> words) {
        var out = new StringBuilder(title.length() + 8);
        int at = 0;
        while (at < title.length()) {
            int end = at;
            while (end < title.length() && Words.isPart(title.codePointAt(end))) {
                end += Character.charCount(title.codePointAt(end));
            }
            if (end == at) {
                out.appendCodePoint(title.codePointAt(at));
                at += Character.charCount(title.codePointAt(at));
            } else {
                var word = title.substring(at, end);
                if (wanted(Words.fold(word), words)) {
                    out.append('\u0001').append(word).append('\u0002');
                } else {
                    out.append(word);
                }
                at = end;
            }
        }
        return out.toString();
    }

    private static boolean wanted(String folded, List<String> words) {
        for (var word : words) {
            if (belongs(folded, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongs(String inTitle, String asked) {
        if (inTitle.equals(asked)) {
            return true;
        }
        int common = 0;
        while (common < inTitle.length() && common < asked.length() && inTitle.charAt(common) == asked.charAt(common)) {
            common++;
        }
        return common >= 3 && common >= Math.max(inTitle.length(), asked.length()) - 3;
    }
}
