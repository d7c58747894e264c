package app.regulars.forum;

import java.time.Instant;
import java.util.List;

/**
 * One page of a topic.
 *
 * @param product  the handle of the product it is about, or null
 * @param brief    the answer in a sentence, or null where there is no solution
 * @param solution the chosen answer, on whatever page it stands, or null
 * @param solver   who chose it
 * @param question the first post, on whatever page we are
 */
public record TopicPage(TopicRow head, String product, String brief, PostView solution, Author solver, Instant solvedAt, PostView question,
                        List<PostView> posts, int page, int pages) {

    /** Posts on a page. */
    public static final int SIZE = 20;

    public boolean open() {
        return head.status() == TopicStatus.OPEN;
    }
}
