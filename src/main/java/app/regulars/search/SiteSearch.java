package app.regulars.search;

import app.regulars.platform.i18n.Languages;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.scope.LuceneIndexScope;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Service;

/**
 * Finds, within what this person may see: permission is a filter in the index. Products and texts are ranked by BM25 over title,
 * keywords and body, stemmed by language; a word that the index does not know is also looked for with typing errors; article
 * numbers and sizes are found as typed; the last word may be unfinished. Whole sentences that are looked for among questions are also
 * compared by what they mean. Answers come from the index alone, not from the database.
 */
@Service
public class SiteSearch {

    /** Titles and lists of words: how long they are says less about them than of running text. */
    private static final Similarity PRODUCTS = new BM25Similarity(0.9f, 0.4f);
    private static final Similarity QUESTIONS = new BM25Similarity();
    /** Where so many have all the words, those that have only some are no hits. */
    private static final int ENOUGH = 24;
    /** A word that so many have is no beginning of another. */
    private static final int FREQUENT = 200;
    private static final Set<String> SHOWN = Set.of("kind", "ref", "title", "address");

    private final LuceneIndexScope scope;
    private final Asking asking;
    /** What is near to a mistyped word costs more to find than all that is asked with it, and one page asks more than once. */
    private final Cache<Typo, List<Words.Near>> typos = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();
    private final Refs refs = new Refs();
    private final SearchLog log;
    private final SearchRules rules;
    private final Meaning meaning;

    SiteSearch(EntityManagerFactory entityManagers, SearchLog log, SearchRules rules, Meaning meaning) {
        var mapping = Search.mapping(entityManagers);
        this.scope = mapping.scope(StoredDocument.class).extension(LuceneExtension.get());
        this.asking = new Asking(mapping.backend().unwrap(LuceneBackend.class));
        this.log = log;
        this.rules = rules;
        this.meaning = meaning;
    }

    /**
     * @param text     as typed; may hold typing errors; empty finds everything that the filters let through
     * @param kinds    empty for all
     * @param facets   every one has to hold
     * @param audience "public" and whatever else this person may see ("customer:<id>", "staff")
     * @param strict   every word has to be there, not only most of them
     */
    public record Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit, boolean strict) {

        public Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit) {
            this(text, kinds, facets, audience, locale, offset, limit, false);
        }
    }

    /** @param highlighted the title with the found words between the marks \u0001 and \u0002 */
    public record Hit(String kind, String ref, String title, String highlighted, String address, float score) {
    }

    /**
     * @param didYouMean a spelling that finds something where the typed one has unknown words, or null
     * @param facets     counts by facet over all hits
     */
    public record Found(long total, List<Hit> hits, String didYouMean, Map<String, Long> facets) {
    }

    /**
     * Everything that matches, by its own key alone.
     *
     * @param refs       of all hits, the best first; the question's offset and limit do not matter
     * @param didYouMean as in {@link Found}
     * @param facets     counts by facet over all hits
     * @param words      what was looked for
     */
    public record Matches(List<String> refs, String didYouMean, Map<String, Long> facets, List<String> words) {

        /** A title with the found words between the marks \u0001 and \u0002. */
        public String marked(String title) {
            return Highlighting.mark(title, words);
        }
    }

    /**
     * Records that somebody looked for something, for the shop's own learning; never who.
     *
     * @return the key of the entry, by which {@link SearchVisits} may join it to a person who allows that; or null
     */
    public UUID asked(String text, Locale locale, long results) {
        return log.add(text, locale, results);
    }

    /** Records that something of what was found was opened. @param query the key that {@link #asked} gave */
    public void opened(UUID query, String kind, String ref) {
        log.opened(query, kind, ref);
    }

    /** A page of hits, ready to be shown. */
    public Found find(Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            var hits = new ArrayList<Hit>();
            var stored = reader.storedFields();
            for (int i = question.offset(); i < Math.min(look.found().size(), question.offset() + question.limit()); i++) {
                look.refs().get(i);
                var fields = stored.document(look.found().document(i), SHOWN);
                var title = fields.get("title");
                hits.add(new Hit(fields.get("kind"), fields.get("ref"), title, Highlighting.mark(title, look.words()), fields.get("address"),
                        look.found().score(i)));
            }
            return new Found(look.found().size(), hits, look.didYouMean(), look.found().facets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are and how often each facet stands among them; nothing is ranked. */
    public Matches counts(Question question) {
        try (var reader = scope.openIndexReader()) {
            var language = Languages.code(question.locale());
            var query = asking.query(question, List.of(List.of()), Map.of(), SearchRules.Placing.NONE, language, false, true);
            var found = Harvest.of(new IndexSearcher(reader), query);
            return new Matches(List.of(), null, found.facets(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All hits, for those who narrow, sort and count by what the index does not know. */
    public Matches matches(Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            return new Matches(look.refs(), look.didYouMean(), look.found().facets(), look.words());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What somebody may mean who is still typing: the best of these kinds, whose words stand there and whose last word begins like that.
     * Typing errors count only where nothing else is found.
     */
    public List<Hit> beginnings(Question question) {
        var words = Words.of(question.text());
        if (words.isEmpty()) {
            return List.of();
        }
        var language = Languages.code(question.locale());
        try (var reader = scope.openIndexReader()) {
            var searcher = searcher(reader, PRODUCTS);
            var ways = rules.ways(words, language);
            var hits = searcher.search(asking.beginning(question, ways, Map.of(), language), question.limit()).scoreDocs;
            if (hits.length == 0) {
                hits = searcher.search(asking.beginning(question, ways, unknown(reader, words), language), question.limit()).scoreDocs;
            }
            var stored = reader.storedFields();
            var found = new ArrayList<Hit>(hits.length);
            for (var hit : hits) {
                var fields = stored.document(hit.doc, SHOWN);
                var title = fields.get("title");
                found.add(new Hit(fields.get("kind"), fields.get("ref"), title, Highlighting.mark(title, words), fields.get("address"), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where staff want this question to lead at once. */
    public Optional<String> redirect(String text, Locale locale) {
        return rules.redirect(text, Languages.code(locale));
    }

    /** A word that was not known when the index was of that size. */
    private record Typo(String word, int size) {
    }

    private record Look(Harvest found, List<String> refs, List<String> words, String didYouMean) {
    }

    private Look look(IndexReader reader, Question question) throws IOException {
        return isOfQuestions(question) ? lookForMeaning(reader, question) : lookForWords(reader, question);
    }

    private static boolean isOfQuestions(Question question) {
        return !question.kinds().isEmpty() && MeaningOfDocuments.KINDS.containsAll(question.kinds()) && !question.text().isBlank();
    }

    private Look lookForWords(IndexReader reader, Question question) throws IOException {
        var language = Languages.code(question.locale());
        var words = Words.of(question.text());
        var ways = rules.ways(words, language);
        var near = unknown(reader, words);
        ways.addAll(Compounds.of(reader, words));
        var placing = rules.placing(words, language);
        var searcher = searcher(reader, PRODUCTS);
        var frequent = !words.isEmpty() && Words.documents(reader, words.getLast()) >= FREQUENT;
        var found = Harvest.of(searcher, asking.query(question, ways, near, placing, language, question.strict() || words.size() > 1, frequent));
        if (found.size() < ENOUGH && words.size() > 1 && !question.strict()) {
            found = Harvest.of(searcher, asking.query(question, ways, near, placing, language, false, frequent));
        }
        var shown = ways.size() == 1 ? words : ways.stream().flatMap(List::stream).distinct().toList();
        return new Look(found, found.refs(refs.of(reader)), shown, near.isEmpty() || ways.size() > 1 ? null : didYouMean(question.text(), words, near));
    }

    private Look lookForMeaning(IndexReader reader, Question question) throws IOException {
        var language = Languages.code(question.locale());
        var words = Words.ofSentence(question.text());
        var near = unknown(reader, words);
        var vector = "en".equals(language) && Words.isSentence(question.text()) ? meaning.of(mended(question.text(), near)) : null;
        var meant = vector == null ? null : Likeness.candidates(reader, vector, Asking.filter(question, language));
        var found = Harvest.of(searcher(reader, QUESTIONS), asking.sentence(question, words, near, meant, language));
        if (vector == null) {
            found.cut();
        } else {
            found.blend(new Likeness(reader, vector));
        }
        return new Look(found, found.refs(refs.of(reader)), words, near.isEmpty() ? null : didYouMean(question.text(), words, near));
    }

    /** The sentence with its typing errors mended: a word that neither the index nor the model knows becomes the nearest known one. */
    private String mended(String text, Map<String, List<Words.Near>> near) {
        var mended = text;
        for (var word : near.entrySet()) {
            var nearest = Words.nearest(word.getValue());
            if (nearest != null && !meaning.knows(word.getKey())) {
                mended = Pattern.compile("\\b" + Pattern.quote(word.getKey()) + "\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(mended)
                        .replaceAll(nearest);
            }
        }
        return mended;
    }

    private static IndexSearcher searcher(IndexReader reader, Similarity similarity) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        return searcher;
    }

    private Map<String, List<Words.Near>> unknown(IndexReader reader, List<String> words) throws IOException {
        var near = new HashMap<String, List<Words.Near>>();
        for (var word : words) {
            if (!Words.knows(reader, word)) {
                near.put(word, near(reader, word));
            }
        }
        return near;
    }

    private List<Words.Near> near(IndexReader reader, String word) throws IOException {
        var typo = new Typo(word, reader.maxDoc());
        var known = typos.getIfPresent(typo);
        if (known == null) {
            known = Words.near(reader, word);
            typos.put(typo, known);
        }
        return known;
    }

    private static String didYouMean(String text, List<String> words, Map<String, List<Words.Near>> near) {
        var better = new ArrayList<String>();
        for (var word : words) {
            var nearest = Words.nearest(near.getOrDefault(word, List.of()));
            better.add(nearest == null ? word : nearest);
        }
        var suggestion = String.join(" ", better);
        return better.equals(words) || suggestion.equals(text) ? null : suggestion;
    }
}
