package app.regulars.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.hibernate.search.backend.lucene.LuceneBackend;

/** Puts questions in the index's own terms, and says how much each way of finding a word weighs. */
final class Asking {

    private static final int LONGEST_PHRASE = 200;
    private static final int LONGEST_CODE = 40;
    private static final float PINNED = 10_000f;
    private static final float BURIED = 0.000_1f;

    private final Analyzer english;
    private final Analyzer french;
    private final Analyzer codes;

    Asking(LuceneBackend backend) {
        english = backend.analyzer(Analysis.ENGLISH).orElseThrow();
        french = backend.analyzer(Analysis.FRENCH).orElseThrow();
        codes = backend.analyzer(Analysis.CODES).orElseThrow();
    }

    /**
     * For products and records.
     *
     * @param ways the words that were typed, then what else says the same
     * @param near what may have been meant by those of the words that the index does not know
     * @param strict   every word has to be there, not only most of them
     * @param frequent enough have the last word as it stands, so that it is no beginning of another
     */
    Query query(SiteSearch.Question question, List<List<String>> ways, Map<String, List<Words.Near>> near, SearchRules.Placing placing, String language,
                boolean strict, boolean frequent) {
        var words = ways.getFirst();
        Query wanted = new MatchAllDocsQuery();
        if (!words.isEmpty()) {
            var all = new ArrayList<Query>();
            all.add(wanted(question.text(), words, near, language, strict, frequent));
            ways.stream().skip(1).forEach(way -> all.add(wanted(String.join(" ", way), way, Map.of(), language, strict, frequent)));
            wanted = all.size() == 1 ? all.getFirst() : new DisjunctionMaxQuery(all, 0);
        }
        return within(question, placed(wanted, placing), language);
    }

    /** For whole sentences: every word counts, none has to be there, and none more than once. @param meant also all that can be compared by meaning */
    Query sentence(SiteSearch.Question question, List<String> words, Map<String, List<Words.Near>> near, Query meant, String language) {
        var suffix = suffix(language);
        var any = new BooleanQuery.Builder();
        for (var word : words) {
            for (var stem : terms(stems(language), "title" + suffix, word)) {
                any.add(new BoostQuery(term("title" + suffix, stem), 2f), Occur.SHOULD);
                any.add(term("keywords" + suffix, stem), Occur.SHOULD);
                any.add(term("body" + suffix, stem), Occur.SHOULD);
            }
            if (!near.getOrDefault(word, List.of()).isEmpty()) {
                any.add(new BoostQuery(blended(near.get(word)), 1.2f), Occur.SHOULD);
            }
        }
        if (meant != null) {
            any.add(new BoostQuery(new ConstantScoreQuery(meant), 0f), Occur.SHOULD);
        }
        return within(question, any.build(), language);
    }

    /** For what is still being typed: every word, the last one from its beginning. */
    Query beginning(SiteSearch.Question question, List<List<String>> ways, Map<String, List<Words.Near>> near, String language) {
        var suffix = suffix(language);
        var all = new ArrayList<Query>();
        for (var words : ways) {
            var each = new BooleanQuery.Builder();
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                var one = new ArrayList<Query>();
                for (var stem : terms(stems(language), "title" + suffix, word)) {
                    one.add(new BoostQuery(term("title" + suffix, stem), 4f));
                    one.add(new BoostQuery(term("keywords" + suffix, stem), 1.6f));
                }
                if (i == words.size() - 1) {
                    one.add(new BoostQuery(Kept.beginning("words", word), 1.5f));
                    one.add(new BoostQuery(Kept.beginning("codes", Words.code(word)), 1f));
                }
                if (!near.getOrDefault(word, List.of()).isEmpty()) {
                    one.add(new BoostQuery(blended(near.get(word)), 1.2f));
                }
                each.add(new DisjunctionMaxQuery(one, 0.1f), Occur.MUST);
            }
            all.add(each.build());
        }
        var code = Words.code(question.text());
        if (code.length() >= 2 && code.length() <= LONGEST_CODE) {
            all.add(new BoostQuery(term("codes", code), 12f));
            all.add(new BoostQuery(Kept.beginning("codes", code), 2f));
        }
        return within(question, all.size() == 1 ? all.getFirst() : new DisjunctionMaxQuery(all, 0), language);
    }

    /** Only what this person may see, in the language, of the kinds, with the facets. */
    private static Query within(SiteSearch.Question question, Query wanted, String language) {
        var all = new BooleanQuery.Builder().add(wanted, Occur.MUST).add(seen(question, language), Occur.FILTER);
        question.facets().forEach(facet -> all.add(term("facets", facet), Occur.FILTER));
        return all.build();
    }

    private record Seen(Set<String> audience, String language, Set<String> kinds) {
    }

    private static Query seen(SiteSearch.Question question, String language) {
        return Kept.of(new Seen(Set.copyOf(question.audience()), language, Set.copyOf(question.kinds())), () -> {
            var all = new BooleanQuery.Builder();
            visible(question, language).forEach(filter -> all.add(filter, Occur.FILTER));
            return all.build();
        });
    }

    static List<Query> filter(SiteSearch.Question question, String language) {
        var all = new ArrayList<>(visible(question, language));
        question.facets().forEach(facet -> all.add(term("facets", facet)));
        return all;
    }

    private static List<Query> visible(SiteSearch.Question question, String language) {
        var all = new ArrayList<Query>();
        all.add(any("audience", question.audience()));
        all.add(any("language", List.of(language, StoredDocument.BOTH)));
        if (!question.kinds().isEmpty()) {
            all.add(any("kind", question.kinds()));
        }
        return all;
    }

    /** Staff's word: some on top, in their order, whether they match or not; some at the end. */
    private static Query placed(Query wanted, SearchRules.Placing placing) {
        var query = placing.buried().isEmpty() ? wanted
                : FunctionScoreQuery.boostByQuery(wanted, any("ref", placing.buried()), BURIED);
        if (placing.pinned().isEmpty()) {
            return query;
        }
        var all = new BooleanQuery.Builder().add(query, Occur.SHOULD);
        for (int i = 0; i < placing.pinned().size(); i++) {
            all.add(new BoostQuery(new ConstantScoreQuery(term("ref", placing.pinned().get(i))), PINNED * (placing.pinned().size() - i)), Occur.SHOULD);
        }
        return all.build();
    }

    private Query wanted(String text, List<String> words, Map<String, List<Words.Near>> near, String language, boolean strict,
                         boolean frequent) {
        var suffix = suffix(language);
        var stems = stems(language);
        var each = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var one = new BooleanQuery.Builder();
            for (var stem : terms(stems, "title" + suffix, word)) {
                one.add(new BoostQuery(term("title" + suffix, stem), 4f), Occur.SHOULD);
                one.add(new BoostQuery(term("keywords" + suffix, stem), 1.6f), Occur.SHOULD);
                one.add(new BoostQuery(term("body" + suffix, stem), 0.7f), Occur.SHOULD);
            }
            for (var code : terms(codes, "codes", word)) {
                one.add(new BoostQuery(term("codes", code), 3f), Occur.SHOULD);
            }
            if (!near.getOrDefault(word, List.of()).isEmpty()) {
                one.add(new BoostQuery(blended(near.get(word)), 1.2f), Occur.SHOULD);
            }
            if (i == words.size() - 1 && word.length() >= 2 && !frequent) {
                one.add(new BoostQuery(Kept.beginning("words", word), 0.5f), Occur.SHOULD);
            }
            each.add(one.build(), Occur.SHOULD);
        }
        each.setMinimumNumberShouldMatch(strict ? words.size() : Math.max(1, words.size() * 6 / 10));
        var whole = new BooleanQuery.Builder().add(each.build(), Occur.SHOULD);
        var code = Words.code(text);
        if (code.length() >= 2 && code.length() <= LONGEST_CODE) {
            // "HB-1042" and "v60 02" are one number, whatever stands between their parts
            whole.add(new BoostQuery(term("codes", code), 12f), Occur.SHOULD);
        }
        if (words.size() == 1) {
            return whole.build();
        }
        for (int i = 1; i < words.size(); i++) {
            if (Character.isDigit(words.get(i - 1).charAt(0))) {
                // "340 g" is "340g"
                whole.add(new BoostQuery(term("codes", words.get(i - 1) + words.get(i)), 3f), Occur.SHOULD);
            }
        }
        var ranked = new BooleanQuery.Builder().add(whole.build(), Occur.MUST);
        var phrases = new QueryBuilder(stems);
        var phrase = text.strip().substring(0, Math.min(LONGEST_PHRASE, text.strip().length()));
        phrase(ranked, phrases.createPhraseQuery("title" + suffix, phrase, 1), 6f);
        phrase(ranked, phrases.createPhraseQuery("keywords" + suffix, phrase, 1), 2f);
        return ranked.build();
    }

    private static String suffix(String language) {
        return "fr".equals(language) ? "Fr" : "En";
    }

    private Analyzer stems(String language) {
        return "fr".equals(language) ? french : english;
    }

    /** All of them as one word, so that a rare one does not count for more than a frequent one. */
    private static Query blended(List<Words.Near> near) {
        var all = new BlendedTermQuery.Builder().setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
        near.forEach(one -> all.add(new Term("words", one.word()), one.closeness()));
        return all.build();
    }

    private static void phrase(BooleanQuery.Builder ranked, Query phrase, float boost) {
        if (phrase != null) {
            ranked.add(new BoostQuery(phrase, boost), Occur.SHOULD);
        }
    }

    private static List<String> terms(Analyzer analyzer, String field, String word) {
        var terms = new ArrayList<String>(1);
        try (var tokens = analyzer.tokenStream(field, word)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (!term.isEmpty()) {
                    terms.add(term.toString());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return terms;
    }

    private static Query any(String field, Collection<String> values) {
        return values.size() == 1 ? term(field, values.iterator().next()) : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
