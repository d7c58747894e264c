package app.regulars.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.hibernate.search.backend.lucene.LuceneBackend;

/** Puts questions in the index's own terms, and says how much each way of finding a word weighs. */
final class Asking {

    private static final int LONGEST_PHRASE = 200;

    private final Analyzer english;
    private final Analyzer french;
    private final Analyzer codes;

    Asking(LuceneBackend backend) {
        english = backend.analyzer(Analysis.ENGLISH).orElseThrow();
        french = backend.analyzer(Analysis.FRENCH).orElseThrow();
        codes = backend.analyzer(Analysis.CODES).orElseThrow();
    }

    /** @param near what may have been meant by those of the words that the index does not know */
    Query query(SiteSearch.Question question, List<String> words, Map<String, List<Words.Near>> near, String language) {
        var all = new BooleanQuery.Builder();
        all.add(words.isEmpty() ? new MatchAllDocsQuery() : wanted(question, words, near, language), Occur.MUST);
        all.add(any("audience", question.audience()), Occur.FILTER);
        all.add(any("language", List.of(language, StoredDocument.BOTH)), Occur.FILTER);
        if (!question.kinds().isEmpty()) {
            all.add(any("kind", question.kinds()), Occur.FILTER);
        }
        question.facets().forEach(facet -> all.add(term("facets", facet), Occur.FILTER));
        return all.build();
    }

    private Query wanted(SiteSearch.Question question, List<String> words, Map<String, List<Words.Near>> near, String language) {
        var text = question.text();
        var suffix = "fr".equals(language) ? "Fr" : "En";
        var stems = "fr".equals(language) ? french : english;
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
            if (i == words.size() - 1 && word.length() >= 2) {
                one.add(new BoostQuery(new PrefixQuery(new Term("words", word)), 0.5f), Occur.SHOULD);
            }
            each.add(one.build(), Occur.SHOULD);
        }
        each.setMinimumNumberShouldMatch(question.strict() ? words.size() : Math.max(1, words.size() * 6 / 10));
        var whole = new BooleanQuery.Builder().add(each.build(), Occur.SHOULD);
        var code = Words.code(text);
        if (code.length() >= 2 && code.length() <= 40) {
            // "HB-1042" and "v60 02" are one number, whatever stands between their parts
            whole.add(new BoostQuery(term("codes", code), 12f), Occur.SHOULD);
        }
        if (words.size() == 1) {
            return whole.build();
        }
        var ranked = new BooleanQuery.Builder().add(whole.build(), Occur.MUST);
        var phrases = new QueryBuilder(stems);
        var phrase = text.strip().substring(0, Math.min(LONGEST_PHRASE, text.strip().length()));
        phrase(ranked, phrases.createPhraseQuery("title" + suffix, phrase, 1), 6f);
        phrase(ranked, phrases.createPhraseQuery("keywords" + suffix, phrase, 1), 2f);
        return ranked.build();
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
