package app.regulars.forum;

import java.time.Instant;

/**
 * A post on a page.
 *
 * @param text   Markdown; null when hidden
 * @param reason why it is hidden, or null
 * @param asker  whether the person who asked wrote it
 */
public record PostView(PostId id, int number, Author author, boolean asker, String text, Instant at, Instant editedAt, String reason, int helpful,
                       boolean solution) {

    public boolean hidden() {
        return text == null;
    }
}
