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
}
