package app.regulars.forum;

import java.time.Instant;

/** Something readers see of a topic has changed: a new post, an edit, a solution, a mark. */
public record TopicChanged(String slug, String category, Instant at) {
}
