package app.regulars.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Marks the words of a title that were looked for, with their endings: "mug" marks "mugs", and "kettel" marks "kettle". */
final class Highlighting {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Highlighting() {
    }

    static String mark(String title, List<String> words, Locale locale) {
        var out = new StringBuilder();
        var found = WORD.matcher(title);
        int end = 0;
        while (found.find()) {
            out.append(title, end, found.start());
            var folded = Words.fold(found.group());
            if (words.stream().anyMatch(word -> belongs(folded, word))) {
                out.append('\u0001').append(found.group()).append('\u0002');
            } else {
                out.append(found.group());
            }
            end = found.end();
        }
        return out.append(title.substring(end)).toString();
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
