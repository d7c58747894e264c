package app.regulars.forum;

import app.regulars.platform.text.Markdown;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Keeps what site search knows of a topic: its title and what people wrote in it, found by readers of both languages. */
@Component
class TopicSearch {

    static final String KIND = "topic";
    private static final Limit POSTS = Limit.of(40);
    private static final int LONGEST = 20_000;

    private final SearchIndex index;
    private final PostRepository posts;

    TopicSearch(SearchIndex index, PostRepository posts) {
        this.index = index;
        this.posts = posts;
    }

    void update(Topic topic, String category) {
        var body = new StringBuilder();
        for (var text : posts.texts(topic.id().value(), POSTS)) {
            if (body.length() < LONGEST) {
                body.append(Markdown.plain(text, LONGEST - body.length())).append('\n');
            }
        }
        var solved = topic.solution() != null;
        var keywords = topic.product() == null ? "" : topic.product().replace('-', ' ');
        index.put(List.of(new SearchDocument(KIND, topic.slug(), null, "public", topic.title(), keywords, body.toString(), "/forum/t/" + topic.slug(),
                List.of("forum:" + category, "solved:" + solved), solved ? 1.1f : 1f)));
    }
}
