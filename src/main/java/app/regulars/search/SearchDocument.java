package app.regulars.search;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param kind     "product", "article", "topic", "order", "inquiry"
 * @param ref      the record's own key within its kind (a handle, a number)
 * @param language "en" or "fr": by which the text is stemmed; null indexes it for both
 * @param audience who may find it: "public", "staff", "customer:" or "group:" and an id; several separated by spaces
 * @param title    the heaviest text
 * @param keywords synonyms, uses, article numbers: weigh less than the title, more than the body
 * @param address  where it is shown
 * @param facets   "category:coffee", "option:weight=1 kg"; for filters and counts
 * @param boost    1 for normal; more for what people want more often
 */
public record SearchDocument(String kind, String ref, String language, String audience, String title, String keywords, String body,
                             String address, List<String> facets, float boost) {

    /**
     * A facet that can be shown, with its words in the document's language. It counts; what narrows is its code alone, so both stand among the
     * facets.
     */
    public record Said(String code, String name, String value) {

        private static final String MARK = "said:";
        private static final char BETWEEN = '\t';

        /** What stands among the facets. */
        public String facet() {
            return MARK + code + BETWEEN + plain(name) + BETWEEN + plain(value);
        }

        /** The reverse, or null for a facet that is not shown. */
        public static Said of(String facet) {
            var parts = facet.startsWith(MARK) ? facet.substring(MARK.length()).split("\t", 3) : new String[0];
            return parts.length == 3 ? new Said(parts[0], parts[1], parts[2]) : null;
        }

        private static String plain(String words) {
            return words.replaceAll("\\s+", " ").strip();
        }
    }
}
