package app.regulars.search;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** All hits of a question with their scores, and how often each facet stands among them, from one pass over the index. */
final class Harvest extends SimpleCollector {

    private static final float MEANING = 0.85f;
    /** What a document without a vector gets of the best one's words. */
    private static final float WITHOUT = 0.7f;
    /** From here on two sentences are about the same; unrelated ones stay below 0.3. */
    private static final float CLOSE = 0.45f;
    /** Words alone are enough from this share of the best one's score on. */
    private static final float WORDY = 0.5f;

    private static final float LEAST = 0.3f;

    private long[] hits = new long[64];
    private int size;
    private final Map<String, Long> facets = new HashMap<>();
    private Scorable scorer;
    private int base;
    private final Facets known;
    private Facets.Part part;
    private int[] counts;

    private Harvest(Facets known) {
        this.known = known;
    }

    static Harvest of(IndexSearcher searcher, Query query, Facets facets) throws IOException {
        return searcher.search(query, new CollectorManager<Harvest, Harvest>() {
            @Override
            public Harvest newCollector() {
                return new Harvest(facets);
            }

            @Override
            public Harvest reduce(Collection<Harvest> all) {
                // no executor, so one collector
                var harvest = all.iterator().next();
                Arrays.sort(harvest.hits, 0, harvest.size);
                return harvest;
            }
        });
    }

    /** Leaves out what has far fewer of the words than the best one: for questions that are compared by their words alone. */
    void cut() {
        var least = size == 0 ? 0 : score(0) * LEAST;
        while (size > 0 && score(size - 1) < least) {
            size--;
        }
    }

    /**
     * Ranks anew, by meaning and by words; what is close in neither is no hit any more. For documents without a vector their words have
     * to do. The shares were measured (src/docs/benchmarks.md).
     */
    void blend(Likeness likeness) throws IOException {
        var scores = new float[size];
        var documents = new long[size];
        float best = 0;
        for (int i = 0; i < size; i++) {
            best = Math.max(best, score(i));
            documents[i] = (long) document(i) << Integer.SIZE | i;
        }
        for (int i = 0; i < size; i++) {
            scores[i] = best == 0 ? 0 : score(i) / best;
        }
        Arrays.sort(documents, 0, size);
        int kept = 0;
        for (int i = 0; i < documents.length; i++) {
            var document = (int) (documents[i] >>> Integer.SIZE);
            var words = scores[(int) documents[i]];
            var close = likeness.of(document);
            if (Float.isNaN(close) ? words > 0 : close >= CLOSE || words >= WORDY) {
                var score = Float.isNaN(close) ? WITHOUT * words : MEANING * Math.max(0, close) + (1 - MEANING) * words;
                hits[kept++] = packed(score, document);
            }
        }
        size = kept;
        Arrays.sort(hits, 0, size);
    }

    /**
     * The records' own keys, the best first; among equals in the order of their keys, so that pages are cut the same way however the index
     * came about. Each is looked up when it is asked for: of thousands of hits a page shows a few.
     */
    List<String> refs(IntFunction<String> known) {
        return new Named(known);
    }

    private record Equal(String ref, long hit) {
    }

    private final class Named extends AbstractList<String> {

        private final IntFunction<String> known;
        private final String[] refs = new String[size];

        private Named(IntFunction<String> known) {
            this.known = known;
        }

        @Override
        public String get(int index) {
            if (refs[index] == null) {
                settle(index);
            }
            return refs[index];
        }

        /** Puts all hits that are as good as this one in the order of their keys; from then on the hits stand like that as well. */
        private void settle(int index) {
            int from = index;
            while (from > 0 && hits[from - 1] >>> Integer.SIZE == hits[index] >>> Integer.SIZE) {
                from--;
            }
            int to = index + 1;
            while (to < size && hits[to] >>> Integer.SIZE == hits[index] >>> Integer.SIZE) {
                to++;
            }
            var equals = new Equal[to - from];
            for (int i = from; i < to; i++) {
                equals[i - from] = new Equal(known.apply(document(i)), hits[i]);
            }
            if (equals.length > 1) {
                Arrays.sort(equals, Comparator.comparing(Equal::ref, Comparator.nullsLast(Comparator.naturalOrder())));
            }
            for (int i = from; i < to; i++) {
                refs[i] = equals[i - from].ref();
                hits[i] = equals[i - from].hit();
            }
        }

        @Override
        public int size() {
            return refs.length;
        }
    }

    private static long packed(float score, int document) {
        return (long) (Integer.MAX_VALUE - Float.floatToIntBits(score)) << Integer.SIZE | document;
    }

    int size() {
        return size;
    }

    /** The number of the hit's document in the index; the best one is hit 0. */
    int document(int hit) {
        return (int) hits[hit];
    }

    float score(int hit) {
        return Float.intBitsToFloat(Integer.MAX_VALUE - (int) (hits[hit] >>> Integer.SIZE));
    }

    /** Counts by facet over all hits. */
    Map<String, Long> facets() {
        return facets;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        base = context.docBase;
        part = known.of(context.reader());
        counts = new int[part.names().length];
    }

    @Override
    public void setScorer(Scorable scorer) {
        this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        // scores are never below zero, so that their bits sort as they do: here the highest first, then by document
        hits[size++] = packed(scorer.score(), base + document);
        part.count(document, counts);
    }

    @Override
    public void finish() throws IOException {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                facets.merge(part.names()[i], (long) counts[i], Long::sum);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }
}
