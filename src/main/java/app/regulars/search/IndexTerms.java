package app.regulars.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.CompositeReaderContext;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Where the words of questions stand in the index, and how much of it a field fills. One question looks up its words in several fields,
 * in each part of the index and more than once, and people ask with the same words: so each is looked up once for as long as nothing
 * is written; so is what it is worth.
 */
final class IndexTerms {

    private static final int MOST = 20_000;
    private static final int MOST_SETS = 2_000;
    private static final long MOST_BYTES = 32L << 20;
    private static final QueryCachingPolicy SETS = new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {
            // what is kept does not depend on how often it was asked
        }

        @Override
        public boolean shouldCache(Query query) {
            return query instanceof Kept;
        }
    };

    private final LRUQueryCache sets = new LRUQueryCache(MOST_SETS, MOST_BYTES, part -> true, Float.POSITIVE_INFINITY);

    private volatile State state;

    /** What was looked up while the index was as it is; of no use after the next change. */
    private record State(IndexReader.CacheKey of, Cache<Term, TermStates> terms, Map<String, CollectionStatistics> fields, Cache<Rating, Similarity.SimScorer> scorers) {

        State(IndexReader.CacheKey of) {
            this(of, Caffeine.newBuilder().maximumSize(MOST).build(), new ConcurrentHashMap<>(), Caffeine.newBuilder().maximumSize(MOST).build());
        }
    }

    /** All that the value of a word in a field depends on while the index is as it is. @param documents how many have the word */
    private record Rating(Similarity by, String field, long documents, float boost) {
    }

    /** How often a set of documents was there already. */
    long found() {
        return sets.getHitCount();
    }

    /** Asks the index as it is now; only for as long as the reader is open. */
    Searcher searcher(IndexReader reader) {
        var one = one(reader);
        var cache = one.getReaderCacheHelper();
        var known = state;
        if (cache == null || known == null || known.of() != cache.getKey()) {
            known = new State(cache == null ? null : cache.getKey());
            state = known;
        }
        return new Searcher(one, known, sets);
    }

    /** Hibernate Search opens its one index as a collection of indexes, a new one each time; what it collects stays the same until something is written. */
    private static IndexReader one(IndexReader reader) {
        return reader.getContext() instanceof CompositeReaderContext all && all.children().size() == 1 ? all.children().getFirst().reader() : reader;
    }

    static final class Searcher extends IndexSearcher {

        private final State known;

        private Searcher(IndexReader reader, State known, QueryCache sets) {
            super(reader);
            this.known = known;
            setQueryCache(sets);
            setQueryCachingPolicy(SETS);
        }

        Searcher ranking(Similarity similarity) {
            setSimilarity(new Similarity() {
                @Override
                public long computeNorm(FieldInvertState of) {
                    return similarity.computeNorm(of);
                }

                @Override
                public SimScorer scorer(float boost, CollectionStatistics field, TermStatistics... words) {
                    return words.length == 1 ? known.scorers().get(new Rating(similarity, field.field(), words[0].docFreq(), boost), of -> similarity.scorer(boost, field, words))
                            : similarity.scorer(boost, field, words);
                }
            });
            return this;
        }

        /** How many documents have this word, those counted that were taken out and not yet cleared away. */
        int documents(String word) throws IOException {
            return states(new Term("words", word)).docFreq();
        }

        @Override
        public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
            return switch (query) {
                case BoostQuery boosted -> createWeight(boosted.getQuery(), mode, boost * boosted.getBoost()); // left to itself, it would not ask here for what is in it
                case TermQuery one when one.getTermStates() == null -> super.createWeight(new TermQuery(one.getTerm(), states(one.getTerm())), mode, boost);
                default -> super.createWeight(query, mode, boost);
            };
        }

        @Override
        public CollectionStatistics collectionStatistics(String field) throws IOException {
            var statistics = known.fields().get(field);
            if (statistics == null) {
                statistics = super.collectionStatistics(field);
                if (statistics != null) {
                    known.fields().put(field, statistics);
                }
            }
            return statistics;
        }

        private TermStates states(Term term) throws IOException {
            try {
                return known.terms().get(term, this::lookUp);
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
        }

        private TermStates lookUp(Term term) {
            try {
                return TermStates.build(this, term, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
