package app.regulars.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the pieces of words that a BERT model knows, as its makers did: lower case, no accents, punctuation apart, then
 * the longest known piece from the left (Wu et al. 2016). Our own because the library for it reports its use to its makers from
 * some machines, and nothing may leave this one.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}");

    private final Map<String, Integer> known = new HashMap<>();
    private final int unknown;
    private final int first;
    private final int last;

    /** @param tokenizer the model's tokenizer.json */
    WordPieces(byte[] tokenizer) {
        var pieces = new JsonMapper().readTree(tokenizer).get("model").get("vocab");
        pieces.properties().forEach(piece -> known.put(piece.getKey(), piece.getValue().asInt()));
        unknown = known.get("[UNK]");
        first = known.get("[CLS]");
        last = known.get("[SEP]");
    }

    /** The numbers of the pieces between the marks of beginning and end. @param most how many at most, the marks included */
    long[] of(String text, int most) {
        var pieces = new ArrayList<Integer>();
        pieces.add(first);
        for (var word : words(text)) {
            if (pieces.size() >= most - 1) {
                break;
            }
            cut(word, pieces);
        }
        var kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        var numbers = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            numbers[i] = kept.get(i);
        }
        numbers[kept.size()] = last;
        return numbers;
    }

    boolean isWhole(String word) {
        return known.containsKey(word);
    }

    private void cut(String word, List<Integer> pieces) {
        if (word.length() > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        var found = new ArrayList<Integer>();
        for (int from = 0, to; from < word.length(); from = to) {
            Integer piece = null;
            for (to = word.length(); to > from && piece == null; to--) {
                piece = known.get((from == 0 ? "" : "##") + word.substring(from, to));
            }
            if (piece == null) {
                pieces.add(unknown);
                return;
            }
            to++;
            found.add(piece);
        }
        pieces.addAll(found);
    }

    private static List<String> words(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        plain.codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isISOControl(letter) || Character.isSpaceChar(letter)) {
                end(word, words);
            } else if (standsAlone(letter)) {
                end(word, words);
                words.add(Character.toString(letter));
            } else {
                word.appendCodePoint(letter);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean standsAlone(int letter) {
        return letter < 128 ? !Character.isLetterOrDigit(letter) : Character.isIdeographic(letter) || switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                 Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
