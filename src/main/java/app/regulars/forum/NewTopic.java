package app.regulars.forum;

import java.util.UUID;

/**
 * A question to be asked.
 *
 * @param category   the slug of its category
 * @param language   "en" or "fr": in which it is written
 * @param product    the handle of the product it is about, or null
 * @param slug       the wished part of the address, or null to make one from the title
 * @param submission made once for a form, so that sending it twice asks once; may be null
 */
public record NewTopic(String category, String title, String text, String language, String product, String slug, UUID submission) {

    /** Bounds of a title, in characters. */
    public static final int SHORTEST_TITLE = 8;
    public static final int LONGEST_TITLE = 140;
}
