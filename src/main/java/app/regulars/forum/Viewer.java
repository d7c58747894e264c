package app.regulars.forum;

import java.util.Set;

/**
 * What one signed-in reader may do on a page of a topic.
 *
 * @param name    as which an answer will be shown
 * @param decides whether the reader may choose the solution
 * @param own     posts the reader wrote
 * @param marked  posts the reader found helpful
 */
public record Viewer(String name, boolean staff, boolean decides, Set<PostId> own, Set<PostId> marked) {

    /** Nobody is signed in. */
    public static final Viewer NOBODY = new Viewer(null, false, false, Set.of(), Set.of());

    public boolean known() {
        return name != null;
    }
}
