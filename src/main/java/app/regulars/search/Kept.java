package app.regulars.search;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * Documents that many questions ask for in the same words: what somebody may see in a language, what has a word with a certain beginning.
 * {@link IndexTerms} keeps them as one set for each part of the index; the query itself is made where a set is not there yet. Without a
 * score of their own.
 */
final class Kept extends Query {

    private final Object words;
    private final Supplier<Query> query;

    private Kept(Object words, Supplier<Query> query) {
        this.words = words;
        this.query = query;
    }

    /** @param words all that decides which documents these are; stays as it is, and compares by what it says */
    static Kept of(Record words, Supplier<Query> query) {
        return new Kept(words, query);
    }

    /** What has a word in a field that begins like this; whether these are the word's first letters or all of it makes no difference. */
    static Query beginning(String field, String beginning) {
        var term = new Term(field, beginning);
        return new ConstantScoreQuery(new Kept(term, () -> new PrefixQuery(term)));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new Weight(this) { // sets are kept under the query that their weight says it is of

            private Weight made;

            private Weight made() throws IOException {
                if (made == null) {
                    made = searcher.rewrite(query.get()).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, boost);
                }
                return made;
            }

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext part) throws IOException {
                return made().scorerSupplier(part);
            }

            @Override
            public Scorer scorer(LeafReaderContext part) throws IOException {
                return made().scorer(part);
            }

            @Override
            public Explanation explain(LeafReaderContext part, int document) throws IOException {
                return made().explain(part, document);
            }

            @Override
            public boolean isCacheable(LeafReaderContext part) {
                return true; // words only, no values that change beside the index
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this); // its words are nothing that a hit is marked for
    }

    @Override
    public String toString(String field) {
        return "kept(" + words + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && words.equals(((Kept) other).words);
    }

    @Override
    public int hashCode() {
        return classHash() * 31 + words.hashCode();
    }
}
