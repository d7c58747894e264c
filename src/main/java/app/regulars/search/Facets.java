package app.regulars.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;

/**
 * The facets of the documents. A search counts them over all of its hits, so each part of the index is read through once, and kept as
 * long as that part is in use: some 60 bytes a document.
 */
final class Facets {

    private final Map<IndexReader.CacheKey, Part> byPart = new ConcurrentHashMap<>();

    /**
     * One after the other, so that a pass over hits goes through memory once and in its order.
     *
     * @param names  of the facets, in order
     * @param starts where each document's facets begin among all; one more for the end
     * @param all    the places of the documents' facets among the names
     */
    record Part(String[] names, int[] starts, int[] all) {

        void count(int document, int[] counts) {
            for (int i = starts[document], end = starts[document + 1]; i < end; i++) {
                counts[all[i]]++;
            }
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
        var starts = new int[part.maxDoc() + 1];
        var all = new int[part.maxDoc()];
        var size = 0;
        var next = values.nextDoc();
        for (int document = 0; document < part.maxDoc(); document++) {
            starts[document] = size;
            if (document == next) {
                var here = values.docValueCount();
                all = ArrayUtil.grow(all, size + here);
                for (int i = 0; i < here; i++) {
                    all[size++] = (int) values.nextOrd();
                }
                next = values.nextDoc();
            }
        }
        starts[part.maxDoc()] = size;
        return new Part(names, starts, Arrays.copyOf(all, size));
    }
}
