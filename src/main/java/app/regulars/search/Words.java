package app.regulars.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;

/** What the index knows of single words: whether one is there, and which known one is nearest to a mistyped one. */
final class Words {

    /** Where so many have all the words, those that have only some are no hits. */
    static final int ENOUGH = 24;
    /** A word that so many have is no beginning of another. */
    static final int FREQUENT = 200;

    private static final int MOST = 12;
    private static final int MOST_IN_SENTENCE = 40;
    private static final int SENTENCE = 4;
    private static final int LONGEST = 40;
    private static final int MOST_NEAR = 50;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NOT_IN_CODES = Pattern.compile("[^a-z0-9]");

    private static final Pattern SIZE = Pattern.compile("\\b(\\d+(?:[.,]\\d+)?)[\\s\\u00a0\\u202f]+(kg|g|mg|ml|cl|l|oz|lb|cm|mm|cups?|tasses?)\\b", Pattern.CASE_INSENSITIVE);

    private Words() {
    }

    /** The sizes in a text, each as one word: "340g" of "340 g". */
    static String sizes(String text) {
        var sizes = new StringBuilder();
        var found = SIZE.matcher(text);
        while (found.find()) {
            sizes.append(found.group(1)).append(found.group(2)).append(' ');
        }
        return sizes.toString();
    }

    private static final Set<String> SMALL = Set.of("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on",
            "or", "the", "this", "to", "what", "with", "au", "aux", "ce", "ces", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ma", "mes", "mon",
            "ou", "pour", "qu", "que", "sur", "un", "une", "avec", "dans", "est", "je", "s", "c", "n", "j", "m", "t");

    private static final Set<String> ASKING = Set.of("how", "what", "why", "when", "where", "which", "who", "can", "could", "does", "do", "is", "are", "should", "may",
            "comment", "pourquoi", "quand", "ou", "quel", "quelle", "quels", "quelles", "qui", "puis", "peut", "est");

    /** The words of a question in the form of the index's "words" field: at most twelve, without the small ones if others are left. */
    static List<String> of(String text) {
        var all = all(text, MOST);
        var weighty = all.stream().filter(word -> !SMALL.contains(word)).toList();
        return weighty.isEmpty() ? all : weighty;
    }

    /** Whether it asks something in a sentence, rather than naming a thing. */
    static boolean isSentence(String text) {
        if (text.indexOf('?') >= 0) {
            return true;
        }
        var all = all(text, MOST);
        return all.size() >= SENTENCE || all.size() > 1 && ASKING.contains(all.getFirst());
    }

    /** The words of a whole sentence in that form, without the small ones if others are left. */
    static List<String> ofSentence(String text) {
        var all = all(text, MOST_IN_SENTENCE);
        var weighty = all.stream().filter(word -> !SMALL.contains(word)).distinct().toList();
        return weighty.isEmpty() ? all : weighty;
    }

    private static List<String> all(String text, int most) {
        var words = new ArrayList<String>();
        for (var word : BETWEEN.split(fold(text))) {
            if (!word.isEmpty() && word.length() <= LONGEST && words.size() < most) {
                words.add(word);
            }
        }
        return words;
    }

    /** Whether it stands inside of words: letters and digits of all scripts. */
    static boolean isPart(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER,
                 Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return ACCENTS.matcher(Normalizer.normalize(POSSESSIVE.matcher(text).replaceAll(""), Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT)
                .replace("œ", "oe").replace("æ", "ae");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || text.charAt(i) == '\'') {
                return false;
            }
        }
        return true;
    }

    /** A text as one number: "HB-1042" as "hb1042". */
    static String code(String text) {
        return NOT_IN_CODES.matcher(fold(text)).replaceAll("");
    }

    /** How many letters may be wrong in a word of this length; none in numbers. */
    static int tolerance(String word) {
        return word.chars().anyMatch(Character::isDigit) ? 0 : word.length() < 4 ? 0 : word.length() < 7 ? 1 : 2;
    }

    /** A known word that may have been meant. @param closeness 1 for the same, less with every wrong letter */
    record Near(String word, float closeness, int documents) {

        private float weight() {
            return closeness * 1_000 + Math.min(documents, 900);
        }
    }

    /** The known words nearest to one that is not, the nearest first; empty if there is none, or the word is too short to tell. */
    static List<Near> near(IndexReader reader, String word) throws IOException {
        var tolerance = tolerance(word);
        var terms = tolerance == 0 ? null : MultiTerms.getTerms(reader, "words");
        if (terms == null) {
            return List.of();
        }
        var near = new ArrayList<Near>();
        var found = new FuzzyTermsEnum(terms, new Term("words", word), tolerance, 1, true);
        var closeness = found.attributes().addAttribute(BoostAttribute.class);
        for (var term = found.next(); term != null; term = found.next()) {
            near.add(new Near(term.utf8ToString(), closeness.getBoost(), found.docFreq()));
        }
        near.sort(Comparator.comparing(Near::closeness).reversed().thenComparing(Near::word));
        return near.size() > MOST_NEAR ? List.copyOf(near.subList(0, MOST_NEAR)) : near;
    }

    /** The nearest, the more frequent one of two as near; null if there is none. */
    static String nearest(List<Near> near) {
        return near.stream().max(Comparator.comparing(Near::weight)).map(Near::word).orElse(null);
    }

    /** A spelling that finds something, or null. @param visible whether a word stands anywhere that this person may look: nobody learns others' words by mistyping them */
    static String didYouMean(String text, List<String> words, Map<String, List<Near>> near, Predicate<Near> visible) {
        var better = new ArrayList<String>();
        for (var word : words) {
            var nearest = near.getOrDefault(word, List.of()).stream().sorted(Comparator.comparing(Near::weight).reversed()).filter(visible).findFirst();
            better.add(nearest.map(Near::word).orElse(word));
        }
        var suggestion = String.join(" ", better);
        return better.equals(words) || suggestion.equals(text) ? null : suggestion;
    }
}
