package app.regulars.search;

import app.regulars.platform.i18n.Languages;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.springframework.stereotype.Service;

/**
 * Finds, within what this person may see: permission is a filter in the index. Products and texts are ranked by BM25 over title,
 * keywords and body, stemmed by language; a word that the index does not know is also looked for with typing errors; article
 * numbers and sizes are found as typed; the last word may be unfinished. Answers come from the index alone, not from the database.
 */
@Service
public class SiteSearch {

    private static final int MOST_FACETS = 200;
    private static final AggregationKey<Map<String, Long>> FACETS = AggregationKey.of("facets");

    private final EntityManagerFactory entityManagers;
    private final SearchLog log;

    SiteSearch(EntityManagerFactory entityManagers, SearchLog log) {
        this.entityManagers = entityManagers;
        this.log = log;
    }

    /**
     * @param text     as typed; may hold typing errors; empty finds everything that the filters let through
     * @param kinds    empty for all
     * @param facets   every one has to hold
     * @param audience "public" and whatever else this person may see ("customer:<id>", "staff")
     */
    public record Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit) {
    }

    /** @param highlighted the title with the found words between the marks \u0001 and \u0002 */
    public record Hit(String kind, String ref, String title, String highlighted, String address, float score) {
    }

    /**
     * @param didYouMean a spelling that finds something where the typed one has unknown words, or null
     * @param facets     counts by facet over all hits, most frequent first
     */
    public record Found(long total, List<Hit> hits, String didYouMean, Map<String, Long> facets) {
    }

    /** Records that somebody looked for something, for the shop's own learning; never who. */
    public void asked(String text, Locale locale, long results) {
        log.add(text, locale, results);
    }

    public Found find(Question question) {
        try (EntityManager entityManager = entityManagers.createEntityManager()) {
            var session = Search.session(entityManager);
            try (var reader = session.scope(StoredDocument.class).extension(LuceneExtension.get()).openIndexReader()) {
                return find(session, reader, question);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found find(SearchSession session, IndexReader reader, Question question) throws IOException {
        var words = Words.of(question.text());
        var unknown = new ArrayList<String>();
        for (var word : words) {
            if (!Words.knows(reader, word)) {
                unknown.add(word);
            }
        }
        var language = Languages.code(question.locale());
        var result = session.search(StoredDocument.class)
                .select(f -> f.composite().from(f.field("kind", String.class), f.field("ref", String.class), f.field("title", String.class),
                        f.field("address", String.class), f.score()).asList())
                .where(f -> filtered(f, question, language, words.isEmpty() ? f.matchAll().toPredicate() : wanted(f, question.text(), words, unknown, language)))
                .aggregation(FACETS, f -> f.terms().field("facets", String.class).maxTermCount(MOST_FACETS))
                .fetch(question.offset(), question.limit());
        var hits = result.hits().stream().map(fields -> new Hit((String) fields.get(0), (String) fields.get(1), (String) fields.get(2),
                Highlighting.mark((String) fields.get(2), words, question.locale()), (String) fields.get(3), (Float) fields.get(4))).toList();
        return new Found(result.total().hitCount(), hits, unknown.isEmpty() ? null : didYouMean(reader, question.text(), words, unknown),
                new LinkedHashMap<>(result.aggregation(FACETS)));
    }

    private static PredicateFinalStep filtered(SearchPredicateFactory f, Question question, String language, SearchPredicate wanted) {
        var all = f.bool().must(wanted)
                .filter(f.terms().field("audience").matchingAny(question.audience()))
                .filter(f.terms().field("language").matchingAny(language, StoredDocument.BOTH));
        if (!question.kinds().isEmpty()) {
            all.filter(f.terms().field("kind").matchingAny(question.kinds()));
        }
        question.facets().forEach(facet -> all.filter(f.match().field("facets").matching(facet)));
        return all;
    }

    private static SearchPredicate wanted(SearchPredicateFactory f, String text, List<String> words, List<String> unknown, String language) {
        var suffix = "fr".equals(language) ? "Fr" : "En";
        var each = f.bool();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var one = f.bool().should(f.match().field("title" + suffix).boost(4f).field("keywords" + suffix).boost(1.6f).field("body" + suffix).boost(0.7f)
                    .matching(word)).should(f.match().field("codes").boost(3f).matching(word));
            if (unknown.contains(word) && Words.tolerance(word) > 0) {
                one.should(f.match().field("words").matching(word).fuzzy(Words.tolerance(word), 1).boost(1.2f));
            }
            if (i == words.size() - 1 && word.length() >= 2) {
                one.should(f.wildcard().field("words").matching(word + "*").boost(0.5f));
            }
            each.should(one);
        }
        each.minimumShouldMatchNumber(Math.max(1, words.size() * 6 / 10));
        var whole = f.bool().should(each).minimumShouldMatchNumber(1);
        var code = Words.fold(text).replaceAll("[^a-z0-9]", "");
        if (code.length() >= 2 && code.length() <= 40) {
            // "HB-1042" and "v60 02" are one number, whatever stands between their parts
            whole.should(f.match().field("codes").matching(code).boost(12f));
        }
        var ranked = f.bool().must(whole);
        if (words.size() > 1) {
            ranked.should(f.phrase().field("title" + suffix).boost(6f).field("keywords" + suffix).boost(2f).matching(text.strip()).slop(1));
        }
        return ranked.toPredicate();
    }

    private static String didYouMean(IndexReader reader, String text, List<String> words, List<String> unknown) throws IOException {
        var better = new ArrayList<String>();
        var changed = false;
        for (var word : words) {
            var nearest = unknown.contains(word) ? Words.nearest(reader, word) : null;
            better.add(nearest == null ? word : nearest);
            changed |= nearest != null;
        }
        var suggestion = String.join(" ", better);
        return changed && !suggestion.equals(text) ? suggestion : null;
    }
}
