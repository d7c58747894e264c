import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/** The floor of every search: Lucene alone, two terms over one field, the 24 best with one stored field. Arguments: products.csv.gz, words.txt, seconds. */
public class RawLucene {

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("raw-lucene");
        var directory = new MMapDirectory(folder);
        var analyzer = new EnglishAnalyzer();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
             var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(Path.of(args[0])))))) {
            String last = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var handle = line.substring(0, Math.max(0, line.indexOf(',')));
                if (!handle.equals(last)) {
                    var document = new Document();
                    document.add(new StringField("handle", handle, Field.Store.YES));
                    document.add(new TextField("text", line, Field.Store.NO));
                    writer.addDocument(document);
                    last = handle;
                }
            }
            writer.forceMerge(1);
        }
        var words = Files.readAllLines(Path.of(args[1]));
        var stems = new ArrayList<String>();
        for (var word : words) {
            try (var tokens = analyzer.tokenStream("text", word)) {
                var term = tokens.getAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
                tokens.reset();
                if (tokens.incrementToken()) {
                    stems.add(term.toString());
                }
                tokens.end();
            }
        }
        try (var reader = DirectoryReader.open(directory); var threads = Executors.newFixedThreadPool(8)) {
            var searcher = new IndexSearcher(reader);
            for (int pass = 0; pass < 2; pass++) {
                var end = System.nanoTime() + Long.parseLong(args[2]) * 1_000_000_000L;
                var all = new ArrayList<Future<List<Long>>>();
                for (int t = 0; t < 8; t++) {
                    var random = new Random(t);
                    all.add(threads.submit(() -> ask(searcher, stems, random, end)));
                }
                var times = new ArrayList<Long>();
                for (var each : all) {
                    times.addAll(each.get());
                }
                var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
                if (pass == 1) {
                    System.out.printf("| raw Lucene, two terms, %d documents | %.2f ms | %.2f ms | %d | |%n", reader.numDocs(), sorted[sorted.length / 2] / 1e6,
                            sorted[sorted.length * 99 / 100] / 1e6, sorted.length / Long.parseLong(args[2]));
                }
            }
        }
        try (var files = Files.walk(folder)) {
            Arrays.stream(files.sorted(java.util.Comparator.reverseOrder()).toArray(Path[]::new)).forEach(file -> file.toFile().delete());
        }
    }

    private static List<Long> ask(IndexSearcher searcher, List<String> stems, Random random, long end) throws Exception {
        var times = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            var query = new BooleanQuery.Builder();
            for (int i = 0; i < 2; i++) {
                query.add(new TermQuery(new Term("text", stems.get(random.nextInt(stems.size())))), Occur.SHOULD);
            }
            var began = System.nanoTime();
            var fields = searcher.storedFields();
            for (var hit : searcher.search(query.build(), 24).scoreDocs) {
                fields.document(hit.doc).get("handle");
            }
            times.add(System.nanoTime() - began);
        }
        return times;
    }
}
