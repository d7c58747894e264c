package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;

/** An article in the staff's list, with how often it helped. */
public record ArticleRow(String slug, String category, Localized categoryName, Localized title, Instant publishedAt, Instant changedAt,
                         long helpful, long notHelpful) {

    public boolean isPublished() {
        return publishedAt != null;
    }
}
