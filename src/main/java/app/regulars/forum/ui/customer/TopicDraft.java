package app.regulars.forum.ui.customer;

import app.regulars.forum.SimilarTopic;
import java.util.List;
import java.util.Map;

/**
 * A question while it is written.
 *
 * @param address of the page it is written on, to come back to
 * @param token   makes sending twice ask once
 * @param errors  sentences by field; the one for the whole form stands under ""
 * @param preview HTML, or null
 */
public record TopicDraft(String address, String token, String title, String text, String category, String language, String product,
                         Map<String, String> errors, String preview, List<SimilarTopic> similar) {

    public String error(String field) {
        return errors.get(field == null ? "" : field);
    }
}
