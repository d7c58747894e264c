package app.regulars.faq;

import java.time.Instant;

/** What a reader missed in an article. @param reason null where nothing was said */
public record ArticleWord(String slug, String reason, Instant at) {

    @Override
    public String toString() {
        return "a reader's word on " + slug;
    }
}
