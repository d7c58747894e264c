package app.regulars.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/** Words that people write together or apart: "tea pot" and "teapot", "coldbrew" and "cold brew". */
final class Compounds {

    private static final int SHORTEST = 3;

    private Compounds() {
    }

    /** The same words written otherwise, where the index knows that way; at most one way for each pair or word. */
    static List<List<String>> of(IndexReader reader, List<String> words) throws IOException {
        var ways = new ArrayList<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (i + 1 < words.size() && word.length() + words.get(i + 1).length() >= 2 * SHORTEST && Words.knows(reader, word + words.get(i + 1))) {
                ways.add(with(words, i, i + 2, List.of(word + words.get(i + 1))));
            }
            if (word.length() >= 2 * SHORTEST && !Words.knows(reader, word)) {
                for (int cut = SHORTEST; cut <= word.length() - SHORTEST; cut++) {
                    var parts = List.of(word.substring(0, cut), word.substring(cut));
                    if (Words.knows(reader, parts.getFirst()) && Words.knows(reader, parts.getLast())) {
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
