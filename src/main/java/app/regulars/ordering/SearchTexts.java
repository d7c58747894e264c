package app.regulars.ordering;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an order is found by: lower case, without accents, so that the database’s own comparing does not matter. */
final class SearchTexts {

    private static final int MOST = 900;
    private static final int MOST_ASKED = 200;
    private static final int MOST_WORDS = 8;

    private SearchTexts() {
    }

    static String of(String... parts) {
        var text = Arrays.stream(parts).filter(Objects::nonNull).map(SearchTexts::plain).collect(Collectors.joining(" "));
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /** The words to look for: bounded, whatever was sent, and without the signs that mean more than themselves to the database. */
    static List<String> words(String asked) {
        var text = asked == null ? "" : asked.length() <= MOST_ASKED ? asked : asked.substring(0, MOST_ASKED);
        return Arrays.stream(plain(text).split("\\s+")).map(word -> word.replaceAll("[%_\\\\]", "")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList();
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }
}
