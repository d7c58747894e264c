package app.regulars.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where modules put what can be found. Written in the caller's transaction, visible in search after its commit. */
@Service
public class SearchIndex {

    private final StoredDocumentRepository documents;

    SearchIndex(StoredDocumentRepository documents) {
        this.documents = documents;
    }

    /** Adds or replaces documents, each known by kind, ref and language; one reading statement for each kind. */
    @Transactional
    public void put(Collection<SearchDocument> all) {
        all.stream().collect(Collectors.groupingBy(SearchDocument::kind)).forEach((kind, ofKind) -> {
            var known = new HashMap<String, StoredDocument>();
            documents.findByKindAndRefIn(kind, ofKind.stream().map(SearchDocument::ref).distinct().toList())
                    .forEach(document -> known.put(document.key(), document));
            var added = new ArrayList<StoredDocument>();
            for (var document : ofKind) {
                var key = kind + "/" + document.ref() + "/" + StoredDocument.language(document);
                var before = known.get(key);
                if (before == null) {
                    before = new StoredDocument(document);
                    known.put(key, before);
                    added.add(before);
                } else {
                    before.change(document);
                }
            }
            documents.saveAll(added);
        });
    }

    /** Removes all languages of a record. */
    @Transactional
    public void remove(String kind, String ref) {
        documents.deleteAll(documents.findByKindAndRefIn(kind, List.of(ref)));
    }
}
