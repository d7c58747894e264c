package app.regulars.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;

/**
 * How close the documents of an index are to a question, by their vectors: -1 to 1. Documents are asked for in rising order within a
 * part of the index. Every document is compared: below some ten thousand that is faster than a graph, and exact.
 */
final class Likeness {

    /** For a document that has no vector (yet, or in its language). */
    static final float UNKNOWN = Float.NaN;

    private static final String FIELD = "meaning";
    private static final int MOST_ONE_BY_ONE = 10_000;
    private static final int NEAREST = 200;

    private final float[] question;
    private final List<LeafReaderContext> parts;
    private int part = -1;
    private FloatVectorValues values;

    Likeness(IndexReader reader, float[] question) {
        this.question = question;
        this.parts = reader.leaves();
    }

    /** The documents that are worth to be compared: all that can be, or where they are many, the nearest that this person may see. */
    static Query candidates(IndexReader reader, float[] question, List<Query> filter) throws IOException {
        int vectors = 0;
        for (var part : reader.leaves()) {
            var values = part.reader().getFloatVectorValues(FIELD);
            vectors += values == null ? 0 : values.size();
        }
        if (vectors <= MOST_ONE_BY_ONE) {
            return new FieldExistsQuery(FIELD);
        }
        var allowed = new BooleanQuery.Builder();
        filter.forEach(each -> allowed.add(each, BooleanClause.Occur.FILTER));
        return new KnnFloatVectorQuery(FIELD, question, NEAREST, allowed.build());
    }

    /** @param document not before the last one that was asked for */
    float of(int document) throws IOException {
        while (part < 0 || part + 1 < parts.size() && document >= parts.get(part + 1).docBase) {
            part++;
            values = parts.get(part).reader().getFloatVectorValues(FIELD);
        }
        var here = document - parts.get(part).docBase;
        if (values == null || values.docID() == DocIdSetIterator.NO_MORE_DOCS) {
            return UNKNOWN;
        }
        var at = values.docID() < here ? values.advance(here) : values.docID();
        return at == here ? VectorUtil.dotProduct(question, values.vectorValue()) : UNKNOWN;
    }
}
