package app.regulars.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * What somebody may see, in a language, of some kinds: hardly differs between questions, so {@link IndexTerms} keeps it as one set of
 * documents for each part of the index.
 */
final class Visible extends Query {

    private final Query all;

    Visible(List<Query> filters) {
        var builder = new BooleanQuery.Builder();
        filters.forEach(filter -> builder.add(filter, Occur.FILTER));
        this.all = builder.build();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        return searcher.rewrite(all).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this); // its words are nothing that a hit is marked for
    }

    @Override
    public String toString(String field) {
        return "visible(" + all.toString(field) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && all.equals(((Visible) other).all);
    }

    @Override
    public int hashCode() {
        return classHash() * 31 + all.hashCode();
    }
}
