package app.regulars.search;

import java.util.Collection;
import org.springframework.stereotype.Service;

/** Where modules put what can be found. Written in the caller's transaction, visible in search after its commit. */
@Service
public class SearchIndex {

    /** Adds or replaces documents, each known by kind, ref and language. */
    public void put(Collection<SearchDocument> documents) {
        throw new UnsupportedOperationException();
    }

    /** Removes all languages of a record. */
    public void remove(String kind, String ref) {
        throw new UnsupportedOperationException();
    }
}
