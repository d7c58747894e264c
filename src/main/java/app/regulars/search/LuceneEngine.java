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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.scope.LuceneIndexScope;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Answers from the Lucene index of this node, in one pass over it. */
@Component
@ConditionalOnProperty(name = "regulars.search.engine", havingValue = "lucene", matchIfMissing = true)
class LuceneEngine implements Engine {

    /** Titles and lists of words: how long they are says less about them than of running text. */
    private static final Similarity PRODUCTS = new BM25Similarity(0.9f, 0.4f);
    private static final Similarity QUESTIONS = new BM25Similarity();
    /** Every question is put to each part of the index: where there are more than these, all are made one. */
    private static final int FEW = 2;
    /** That is done when nothing new came since it was looked at last; where something always does, only every so often, as it reads the whole index. */
    private static final int MOST_LOOKS = 20;
    private static final Set<String> SHOWN = Set.of("kind", "ref", "title", "address");

    private final EntityManagerFactory entityManagers;
    private final LuceneIndexScope scope;
    private final Asking asking;
    /** What is near to a mistyped word costs more to find than all that is asked with it, and one page asks more than once. */
    private final Cache<Typo, List<Words.Near>> typos = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();
    private final Refs refs = new Refs();
    private final Facets facets = new Facets();
    private final IndexTerms terms = new IndexTerms();
    /** The parts as they were when the engine looked at them last, and how often it did without tidying up; by one thread alone. */
    private List<Object> before = List.of();
    private int looked;
    private final SearchRules rules;
    private final Meaning meaning;

    LuceneEngine(EntityManagerFactory entityManagers, SearchRules rules, Meaning meaning) {
        this.entityManagers = entityManagers;
        var mapping = Search.mapping(entityManagers);
        this.scope = mapping.scope(StoredDocument.class).extension(LuceneExtension.get());
        this.asking = new Asking(mapping.backend().unwrap(LuceneBackend.class));
        this.rules = rules;
        this.meaning = meaning;
    }

    @Override
    public SiteSearch.Found find(SiteSearch.Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            var hits = new ArrayList<SiteSearch.Hit>();
            var stored = reader.storedFields();
            for (int i = question.offset(); i < Math.min(look.found().size(), question.offset() + question.limit()); i++) {
                look.refs().get(i);
                var fields = stored.document(look.found().document(i), SHOWN);
                var title = fields.get("title");
                hits.add(new SiteSearch.Hit(fields.get("kind"), fields.get("ref"), title, Highlighting.mark(title, look.words()), fields.get("address"),
                        look.found().score(i)));
            }
            return new SiteSearch.Found(look.found().size(), hits, look.didYouMean(), look.found().facets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SiteSearch.Matches counts(SiteSearch.Question question) {
        try (var reader = scope.openIndexReader()) {
            var language = Languages.code(question.locale());
            var query = asking.query(question, List.of(List.of()), Map.of(), SearchRules.Placing.NONE, language, false, true);
            var found = Harvest.of(terms.searcher(reader), query, facets);
            return new SiteSearch.Matches(List.of(), null, found.facets(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SiteSearch.Matches matches(SiteSearch.Question question) {
        try (var reader = scope.openIndexReader()) {
            var look = look(reader, question);
            return new SiteSearch.Matches(look.refs(), look.didYouMean(), look.found().facets(), look.words());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<SiteSearch.Hit> beginnings(SiteSearch.Question question) {
        var words = Words.of(question.text());
        if (words.isEmpty()) {
            return List.of();
        }
        var language = Languages.code(question.locale());
        try (var reader = scope.openIndexReader()) {
            var searcher = terms.searcher(reader).ranking(PRODUCTS);
            var ways = rules.ways(words, language);
            var hits = searcher.search(asking.beginning(question, ways, Map.of(), language), question.limit()).scoreDocs;
            if (hits.length == 0) {
                hits = searcher.search(asking.beginning(question, ways, unknown(searcher, words), language), question.limit()).scoreDocs;
            }
            var stored = reader.storedFields();
            var found = new ArrayList<SiteSearch.Hit>(hits.length);
            for (var hit : hits) {
                var fields = stored.document(hit.doc, SHOWN);
                var title = fields.get("title");
                found.add(new SiteSearch.Hit(fields.get("kind"), fields.get("ref"), title, Highlighting.mark(title, words), fields.get("address"), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        try (var reader = scope.openIndexReader()) {
            for (var part : reader.leaves()) {
                read(part.reader(), versions);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    private static void read(LeafReader part, Map<String, Long> versions) throws IOException {
        var keys = DocValues.getSortedSet(part, "key");
        var numbers = DocValues.getSortedNumeric(part, "version");
        var live = part.getLiveDocs();
        for (int document = 0; document < part.maxDoc(); document++) {
            if ((live == null || live.get(document)) && keys.advanceExact(document)) {
                var version = numbers.advanceExact(document) ? numbers.nextValue() : -1;
                versions.put(keys.lookupOrd(keys.nextOrd()).utf8ToString(), version);
            }
        }
    }

    @Override
    public void tidy() {
        var parts = new ArrayList<Object>();
        try (var reader = scope.openIndexReader()) {
            for (var part : reader.leaves()) {
                parts.add(part.reader().getCoreCacheHelper().getKey());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        looked++;
        if (parts.size() > FEW && (parts.equals(before) || looked >= MOST_LOOKS)) {
            looked = 0;
            Search.mapping(entityManagers).scope(StoredDocument.class).workspace().mergeSegments();
        }
        before = parts;
    }

    /** A word that was not known when the index was of that size. */
    private record Typo(String word, int size) {
    }

    private record Look(Harvest found, List<String> refs, List<String> words, String didYouMean) {
    }

    private Look look(IndexReader reader, SiteSearch.Question question) throws IOException {
        return question.isOfQuestions() ? lookForMeaning(reader, question) : lookForWords(reader, question);
    }

    private Look lookForWords(IndexReader reader, SiteSearch.Question question) throws IOException {
        var language = Languages.code(question.locale());
        var words = Words.of(question.text());
        var ways = rules.ways(words, language);
        var searcher = terms.searcher(reader).ranking(PRODUCTS);
        var near = unknown(searcher, words);
        ways.addAll(Compounds.of(word -> knows(searcher, word), words));
        var placing = rules.placing(words, language);
        var frequent = !words.isEmpty() && searcher.documents(words.getLast()) >= Words.FREQUENT;
        var found = Harvest.of(searcher, asking.query(question, ways, near, placing, language, question.strict() || words.size() > 1, frequent), facets);
        if (found.size() < Words.ENOUGH && words.size() > 1 && !question.strict()) {
            found = Harvest.of(searcher, asking.query(question, ways, near, placing, language, false, frequent), facets);
        }
        var shown = ways.size() == 1 ? words : ways.stream().flatMap(List::stream).distinct().toList();
        return new Look(found, found.refs(refs.of(reader)), shown, near.isEmpty() || ways.size() > 1 ? null : didYouMean(reader, question, words, near, language));
    }

    private Look lookForMeaning(IndexReader reader, SiteSearch.Question question) throws IOException {
        var language = Languages.code(question.locale());
        var words = Words.ofSentence(question.text());
        var searcher = terms.searcher(reader).ranking(QUESTIONS);
        var near = unknown(searcher, words);
        var vector = "en".equals(language) && Words.isSentence(question.text()) ? meaning.of(mended(question.text(), near)) : null;
        var meant = vector == null ? null : Likeness.candidates(reader, vector, Asking.filter(question, language));
        var found = Harvest.of(searcher, asking.sentence(question, words, near, meant, language), facets);
        if (vector == null) {
            found.cut();
        } else {
            found.blend(new Likeness(reader, vector));
        }
        return new Look(found, found.refs(refs.of(reader)), words, near.isEmpty() ? null : didYouMean(reader, question, words, near, language));
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

    private Map<String, List<Words.Near>> unknown(IndexTerms.Searcher searcher, List<String> words) throws IOException {
        var near = new HashMap<String, List<Words.Near>>();
        for (var word : words) {
            if (searcher.documents(word) == 0) {
                near.put(word, near(searcher.getIndexReader(), word));
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

    private static boolean knows(IndexTerms.Searcher searcher, String word) {
        try {
            return searcher.documents(word) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String didYouMean(IndexReader reader, SiteSearch.Question question, List<String> words, Map<String, List<Words.Near>> near, String language) {
        return Words.didYouMean(question.text(), words, near, one -> isVisible(reader, question, one.word(), language));
    }

    private static boolean isVisible(IndexReader reader, SiteSearch.Question question, String word, String language) {
        var all = new BooleanQuery.Builder().add(new TermQuery(new Term("words", word)), BooleanClause.Occur.FILTER);
        Asking.filter(question, language).forEach(filter -> all.add(filter, BooleanClause.Occur.FILTER));
        try {
            return new IndexSearcher(reader).count(all.build()) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
