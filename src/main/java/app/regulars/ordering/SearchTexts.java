package app.regulars.ordering;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What an order is found by: lower case, without accents, so that the database’s own comparing does not matter. */
final class SearchTexts {

    private static final int MOST = 900;

    private SearchTexts() {
    }

    static String of(String... parts) {
        var text = Arrays.stream(parts).filter(Objects::nonNull).map(SearchTexts::plain).collect(Collectors.joining(" "));
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }
}
