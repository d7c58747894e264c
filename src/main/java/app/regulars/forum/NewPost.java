package app.regulars.forum;

import java.util.UUID;

/**
 * An answer to be posted.
 *
 * @param text       Markdown, 1 to {@value #LONGEST} characters
 * @param submission made once for a form, so that sending it twice posts once; may be null
 */
public record NewPost(String text, UUID submission) {

    public static final int LONGEST = 10_000;
}
