package app.regulars.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Puts questions in OpenSearch's own terms, with the weights of {@link Asking}. */
final class OpenSearchAsking {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_PHRASE = 200;
    private static final float PINNED = 10_000f;
    private static final float BURIED = 0.000_1f;

    private OpenSearchAsking() {
    }

    /** For products and records; see {@link Asking#query}. */
    static Map<String, Object> query(SiteSearch.Question question, List<List<String>> ways, Map<String, List<Words.Near>> near, SearchRules.Placing placing,
                                     String language, boolean strict, boolean frequent) {
        var words = ways.getFirst();
        Map<String, Object> wanted = Map.of("match_all", Map.of());
        if (!words.isEmpty()) {
            var all = new ArrayList<Object>();
            all.add(wanted(question.text(), words, near, language, strict, frequent));
            ways.stream().skip(1).forEach(way -> all.add(wanted(String.join(" ", way), way, Map.of(), language, strict, frequent)));
            wanted = best(all, 0);
        }
        return within(question, placed(wanted, placing), language);
    }

    /** For whole sentences: every word counts, none has to be there. */
    static Map<String, Object> sentence(SiteSearch.Question question, List<String> words, Map<String, List<Words.Near>> near, String language) {
        var any = new ArrayList<Object>();
        for (var word : words) {
            any.add(match("title" + suffix(language), word, 2f));
            any.add(match("keywords" + suffix(language), word, 1f));
            any.add(match("body" + suffix(language), word, 1f));
            meant(word, near, any);
        }
        return within(question, some(any, 1), language);
    }

    /** For what is still being typed: every word, the last one from its beginning. */
    static Map<String, Object> beginning(SiteSearch.Question question, List<List<String>> ways, Map<String, List<Words.Near>> near, String language) {
        var all = new ArrayList<Object>();
        for (var words : ways) {
            var each = new ArrayList<Object>();
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                var one = new ArrayList<Object>();
                one.add(match("title" + suffix(language), word, 4f));
                one.add(match("keywords" + suffix(language), word, 1.6f));
                if (i == words.size() - 1) {
                    one.add(prefix("words", word, 1.5f));
                    one.add(prefix("codes", Words.code(word), 1f));
                }
                meant(word, near, one);
                each.add(best(one, 0.1f));
            }
            all.add(Map.of("bool", Map.of("must", each)));
        }
        var code = Words.code(question.text());
        if (code.length() >= 2 && code.length() <= LONGEST_CODE) {
            all.add(term("codes", code, 12f));
            all.add(prefix("codes", code, 2f));
        }
        return within(question, best(all, 0), language);
    }

    /** Only what this person may see, in the language, of the kinds, with the facets. */
    static List<Object> filter(SiteSearch.Question question, String language) {
        var all = new ArrayList<Object>();
        all.add(any("audience", question.audience()));
        all.add(any("language", List.of(language, StoredDocument.BOTH)));
        if (!question.kinds().isEmpty()) {
            all.add(any("kind", question.kinds()));
        }
        question.facets().forEach(facet -> all.add(Map.of("term", Map.of("facets", facet))));
        return all;
    }

    private static Map<String, Object> within(SiteSearch.Question question, Map<String, Object> wanted, String language) {
        return Map.of("bool", Map.of("must", List.of(wanted), "filter", filter(question, language)));
    }

    private static Map<String, Object> placed(Map<String, Object> wanted, SearchRules.Placing placing) {
        var query = placing.buried().isEmpty() ? wanted
                : Map.<String, Object>of("boosting", Map.of("positive", wanted, "negative", any("ref", placing.buried()), "negative_boost", BURIED));
        if (placing.pinned().isEmpty()) {
            return query;
        }
        var all = new ArrayList<Object>();
        all.add(query);
        for (int i = 0; i < placing.pinned().size(); i++) {
            all.add(Map.of("constant_score", Map.of("filter", Map.of("term", Map.of("ref", placing.pinned().get(i))), "boost", PINNED * (placing.pinned().size() - i))));
        }
        return some(all, 1);
    }

    private static Map<String, Object> wanted(String text, List<String> words, Map<String, List<Words.Near>> near, String language, boolean strict, boolean frequent) {
        var suffix = suffix(language);
        var each = new ArrayList<Object>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var one = new ArrayList<Object>();
            one.add(match("title" + suffix, word, 4f));
            one.add(match("keywords" + suffix, word, 1.6f));
            one.add(match("body" + suffix, word, 0.7f));
            one.add(match("codes", word, 3f));
            meant(word, near, one);
            if (i == words.size() - 1 && word.length() >= 2 && !frequent) {
                one.add(prefix("words", word, 0.5f));
            }
            each.add(some(one, 1));
        }
        var whole = new ArrayList<Object>();
        whole.add(some(each, strict ? words.size() : Math.max(1, words.size() * 6 / 10)));
        var code = Words.code(text);
        if (code.length() >= 2 && code.length() <= LONGEST_CODE) {
            whole.add(term("codes", code, 12f));
        }
        for (int i = 1; i < words.size(); i++) {
            if (Character.isDigit(words.get(i - 1).charAt(0))) {
                whole.add(term("codes", words.get(i - 1) + words.get(i), 3f));
            }
        }
        if (words.size() == 1) {
            return some(whole, 1);
        }
        var phrase = text.strip().substring(0, Math.min(LONGEST_PHRASE, text.strip().length()));
        return Map.of("bool", Map.of("must", List.of(some(whole, 1)), "should", List.of(phrase("title" + suffix, phrase, 6f), phrase("keywords" + suffix, phrase, 2f))));
    }

    private static void meant(String word, Map<String, List<Words.Near>> near, List<Object> into) {
        near.getOrDefault(word, List.of()).forEach(one -> into.add(term("words", one.word(), 1.2f * one.closeness())));
    }

    private static String suffix(String language) {
        return "fr".equals(language) ? "Fr" : "En";
    }

    private static Map<String, Object> match(String field, String text, float boost) {
        return Map.of("match", Map.of(field, Map.of("query", text, "boost", boost)));
    }

    private static Map<String, Object> phrase(String field, String text, float boost) {
        return Map.of("match_phrase", Map.of(field, Map.of("query", text, "slop", 1, "boost", boost)));
    }

    private static Map<String, Object> term(String field, String value, float boost) {
        return Map.of("term", Map.of(field, Map.of("value", value, "boost", boost)));
    }

    private static Map<String, Object> prefix(String field, String value, float boost) {
        return Map.of("prefix", Map.of(field, Map.of("value", value, "boost", boost)));
    }

    private static Map<String, Object> some(List<Object> these, int atLeast) {
        return Map.of("bool", Map.of("should", these, "minimum_should_match", atLeast));
    }

    private static Map<String, Object> best(List<Object> these, float others) {
        return Map.of("dis_max", Map.of("queries", these, "tie_breaker", others));
    }

    private static Map<String, Object> any(String field, Collection<String> values) {
        return Map.of("terms", Map.of(field, List.copyOf(values)));
    }
}
