package app.regulars.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Finds, within what this person may see: permission is a filter in the index. */
@Service
public class SiteSearch {

    /**
     * @param text     as typed; may hold typing errors
     * @param kinds    empty for all
     * @param facets   every one has to hold
     * @param audience "public" and whatever else this person may see ("customer:<id>", "staff")
     */
    public record Question(String text, Set<String> kinds, List<String> facets, Set<String> audience, Locale locale, int offset, int limit) {
    }

    /** @param highlighted the title with the found words between the marks \u0001 and \u0002 */
    public record Hit(String kind, String ref, String title, String highlighted, String address, float score) {
    }

    /**
     * @param didYouMean a spelling that finds something where the typed one did not, or null
     * @param facets     counts by facet over all hits
     */
    public record Found(long total, List<Hit> hits, String didYouMean, Map<String, Long> facets) {
    }

    public Found find(Question question) {
        throw new UnsupportedOperationException();
    }
}
