package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * What readers saw in one language from a moment on.
 *
 * @param body    Markdown
 * @param putBack the number of the older text whose words were shown again, or null
 */
public record PublishedText(int number, String title, String summary, String body, String keywords, StaffId approvedBy, Instant publishedAt, Integer putBack) {

    ArticleText text() {
        return new ArticleText(title, summary, body, keywords);
    }

    /** All of it, one thing below the other, to be compared. */
    public String whole() {
        return title + "\n" + summary + "\n\n" + body + "\n\n" + keywords;
    }
}
