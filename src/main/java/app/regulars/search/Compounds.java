package app.regulars.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Words that people write together or apart: "tea pot" and "teapot", "coldbrew" and "cold brew". */
final class Compounds {

    private static final int SHORTEST = 3;

    private Compounds() {
    }

    /** The same words written otherwise, where the index knows that way; at most one way for each pair or word. @param known whether the index knows a word */
    static List<List<String>> of(Predicate<String> known, List<String> words) {
        var ways = new ArrayList<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (i + 1 < words.size() && word.length() + words.get(i + 1).length() >= 2 * SHORTEST && known.test(word + words.get(i + 1))) {
                ways.add(with(words, i, i + 2, List.of(word + words.get(i + 1))));
            }
            if (word.length() >= 2 * SHORTEST && !known.test(word)) {
                for (int cut = SHORTEST; cut <= word.length() - SHORTEST; cut++) {
                    var parts = List.of(word.substring(0, cut), word.substring(cut));
                    if (known.test(parts.getFirst()) && known.test(parts.getLast())) {
                        ways.add(with(words, i, i + 1, parts));
                        break;
                    }
                }
            }
        }
        return ways;
    }

    private static List<String> with(List<String> words, int from, int to, List<String> instead) {
        var way = new ArrayList<>(words.subList(0, from));
        way.addAll(instead);
        way.addAll(words.subList(to, words.size()));
        return way;
    }
}
