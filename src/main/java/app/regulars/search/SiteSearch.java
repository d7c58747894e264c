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
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.scope.LuceneIndexScope;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Service;

/**
 * Finds, within what this person may see: permission is a filter in the index. Products and texts are ranked by BM25 over title,
 * keywords and body, stemmed by language; a word that the index does not know is also looked for with typing errors; article
 * numbers and sizes are found as typed; the last word may be unfinished. Answers come from the index alone, not from the database.
 */
@Service
public class SiteSearch {

    private static final Set<String> SHOWN = Set.of("kind", "ref", "title", "address");

    private final LuceneIndexScope scope;
    private final Asking asking;
    /** What is near to a mistyped word costs more to find than all that is asked with it, and one page asks more than once. */
    private final Cache<Typo, List<Words.Near>> typos = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();
    private final Refs refs = new Refs();
    private final SearchLog log;

    SiteSearch(EntityManagerFactory entityManagers, SearchLog log) {
        var mapping = Search.mapping(entityManagers);
        this.scope = mapping.scope(StoredDocument.class).extension(LuceneExtension.get());
        this.asking = new Asking(mapping.backend().unwrap(LuceneBackend.class));
        this.log = log;
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

    /** A page of hits, ready to be shown. */
    public Found find(Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            var hits = new ArrayList<Hit>();
            var stored = reader.storedFields();
            for (int i = question.offset(); i < Math.min(look.found().size(), question.offset() + question.limit()); i++) {
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

    /** All hits, for those who narrow, sort and count by what the index does not know. */
    public Matches matches(Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            return new Matches(List.of(look.refs()), look.didYouMean(), look.found().facets(), look.words());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A word that was not known when the index was of that size. */
    private record Typo(String word, int size) {
    }

    private record Look(Harvest found, String[] refs, List<String> words, String didYouMean) {
    }

    private Look look(IndexReader reader, Question question) throws IOException {
        var words = Words.of(question.text());
        var near = new HashMap<String, List<Words.Near>>();
        for (var word : words) {
            if (!Words.knows(reader, word)) {
                near.put(word, near(reader, word));
            }
        }
        var query = asking.query(question, words, near, Languages.code(question.locale()));
        var found = Harvest.of(new IndexSearcher(reader), query);
        return new Look(found, found.refs(refs, reader), words, near.isEmpty() ? null : didYouMean(question.text(), words, near));
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
