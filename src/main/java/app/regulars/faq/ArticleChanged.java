package app.regulars.faq;

import java.time.Instant;

/** An article was published, changed while published, or taken back. */
public record ArticleChanged(String slug, Instant at) {
}
