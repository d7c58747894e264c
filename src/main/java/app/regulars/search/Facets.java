package app.regulars.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * The facets of the documents. A search counts them over all of its hits, so each part of the index is read through once, and kept as
 * long as that part is in use: some 60 bytes a document.
 */
final class Facets {

    private static final int[] NONE = {};

    private final Map<IndexReader.CacheKey, Part> byPart = new ConcurrentHashMap<>();

    /** @param names of the facets, in order @param byDocument the places of each document's facets among the names */
    record Part(String[] names, int[][] byDocument) {

        int[] of(int document) {
            return byDocument[document];
        }
    }

    Part of(LeafReader part) throws IOException {
        var cache = part.getCoreCacheHelper();
        var known = cache == null ? null : byPart.get(cache.getKey());
        if (known == null) {
            known = read(part);
            if (cache != null && byPart.putIfAbsent(cache.getKey(), known) == null) {
                cache.addClosedListener(byPart::remove);
            }
        }
        return known;
    }

    private static Part read(LeafReader part) throws IOException {
        var values = DocValues.getSortedSet(part, "facets");
        var names = new String[Math.toIntExact(values.getValueCount())];
        var terms = values.termsEnum();
        for (int i = 0; terms.next() != null; i++) {
            names[i] = terms.term().utf8ToString();
        }
        var byDocument = new int[part.maxDoc()][];
        Arrays.fill(byDocument, NONE);
        for (int document = values.nextDoc(); document < byDocument.length; document = values.nextDoc()) {
            var facets = new int[values.docValueCount()];
            for (int i = 0; i < facets.length; i++) {
                facets[i] = (int) values.nextOrd();
            }
            byDocument[document] = facets;
        }
        return new Part(names, byDocument);
    }
}
