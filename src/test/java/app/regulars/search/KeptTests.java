package app.regulars.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class KeptTests {

    private final IndexTerms terms = new IndexTerms();

    private record Colour(String name) {
    }

    private static ByteBuffersDirectory index(String... texts) throws IOException {
        var index = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(index, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (var text : texts) {
                var document = new Document();
                document.add(new TextField("words", text, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        return index;
    }

    @Test
    void isMadeOnceAndThenTakenFromMemory() throws IOException {
        try (var reader = DirectoryReader.open(index("red kettle", "blue kettle", "red cup", "blue ketchup"))) {
            var made = new AtomicInteger();
            for (int i = 0; i < 3; i++) {
                var question = new BooleanQuery.Builder().add(new TermQuery(new Term("words", "kettle")), Occur.MUST)
                        .add(Kept.of(new Colour("red"), () -> {
                            made.incrementAndGet();
                            return new TermQuery(new Term("words", "red"));
                        }), Occur.FILTER).build();
                assertThat(terms.searcher(reader).count(question)).isEqualTo(1);
            }
            assertThat(made).hasValue(1);
            assertThat(terms.found()).isPositive();
        }
    }

    @Test
    void isNotMistakenForAnother() throws IOException {
        try (var reader = DirectoryReader.open(index("red kettle", "blue kettle", "red cup"))) {
            var red = Kept.of(new Colour("red"), () -> new TermQuery(new Term("words", "red")));
            var blue = Kept.of(new Colour("blue"), () -> new TermQuery(new Term("words", "blue")));
            for (int i = 0; i < 2; i++) {
                assertThat(terms.searcher(reader).search(red, 10).totalHits.value).isEqualTo(2);
                assertThat(terms.searcher(reader).search(blue, 10).totalHits.value).isEqualTo(1);
            }
        }
    }

    @Test
    void beginningsFindAndWeighWhatTheirPrefixDoes() throws IOException {
        try (var reader = DirectoryReader.open(index("red kettle", "blue kettle", "red cup", "blue ketchup", "k"))) {
            for (int i = 0; i < 2; i++) {
                var kept = terms.searcher(reader).search(new BoostQuery(Kept.beginning("words", "ket"), 1.5f), 10).scoreDocs;
                var plain = terms.searcher(reader).search(new BoostQuery(new PrefixQuery(new Term("words", "ket")), 1.5f), 10).scoreDocs;
                assertThat(kept).hasSize(3).usingRecursiveFieldByFieldElementComparator().containsExactly(plain);
            }
            assertThat(terms.found()).isPositive();
        }
    }

    @Test
    void ofAnIndexThatWasWrittenToIsMadeAnew() throws IOException {
        var index = index("red kettle", "red cup");
        var red = Kept.of(new Colour("red"), () -> new TermQuery(new Term("words", "red")));
        try (var reader = DirectoryReader.open(index)) {
            assertThat(terms.searcher(reader).count(red)).isEqualTo(2);
            try (var writer = new IndexWriter(index, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                writer.deleteDocuments(new Term("words", "cup"));
                var document = new Document();
                document.add(new TextField("words", "red spoon red", Field.Store.NO));
                writer.addDocument(document);
                writer.addDocument(document);
            }
            try (var later = DirectoryReader.openIfChanged(reader)) {
                assertThat(terms.searcher(later).search(red, 10).totalHits.value).isEqualTo(3);
            }
        }
    }
}
