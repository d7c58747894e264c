package app.regulars.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.ReaderUtil;

/**
 * The records' own keys by the number of their document. Each part of the index is read through once, in the order of its keys, and
 * kept as long as that part is in use: some 60 bytes a document.
 */
final class Refs {

    private final Map<IndexReader.CacheKey, String[]> byPart = new ConcurrentHashMap<>();

    /** The keys of the documents of an index as it is now, by their numbers; the reader may be closed meanwhile. */
    IntFunction<String> of(IndexReader reader) throws IOException {
        var parts = reader.leaves();
        var known = new String[parts.size()][];
        for (int part = 0; part < known.length; part++) {
            known[part] = known(parts.get(part).reader());
        }
        return document -> {
            var part = ReaderUtil.subIndex(document, parts);
            return known[part][document - parts.get(part).docBase];
        };
    }

    private String[] known(LeafReader part) throws IOException {
        var cache = part.getCoreCacheHelper();
        var refs = cache == null ? null : byPart.get(cache.getKey());
        if (refs == null) {
            refs = read(part);
            if (cache != null && byPart.putIfAbsent(cache.getKey(), refs) == null) {
                cache.addClosedListener(byPart::remove);
            }
        }
        return refs;
    }

    private static String[] read(LeafReader part) throws IOException {
        var values = DocValues.getSortedSet(part, "ref");
        var byOrder = new String[Math.toIntExact(values.getValueCount())];
        var terms = values.termsEnum();
        for (int i = 0; terms.next() != null; i++) {
            byOrder[i] = terms.term().utf8ToString();
        }
        var refs = new String[part.maxDoc()];
        for (int document = 0; document < refs.length; document++) {
            if (values.advanceExact(document)) {
                refs[document] = byOrder[(int) values.nextOrd()];
            }
        }
        return refs;
    }
}
