package app.regulars.forum;

import app.regulars.platform.i18n.Localized;
import java.io.Serializable;
import java.time.Instant;

/** A topic in a list. Shown at /forum/t/{slug}. */
public record TopicRow(String slug, String title, String language, String category, Localized categoryName, Author asker, int answers, long views,
                       boolean solved, TopicStatus status, Instant openedAt, Instant lastPostAt) implements Serializable {

    public String address() {
        return "/forum/t/" + slug;
    }
}
