package app.regulars.forum;

import java.util.List;

/** One page of topics. @param page from 1 */
public record TopicList(List<TopicRow> topics, long total, int page, int pages) {

    /** Topics on a page. */
    public static final int SIZE = 20;
}
