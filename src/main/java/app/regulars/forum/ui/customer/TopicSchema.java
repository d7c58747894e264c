package app.regulars.forum.ui.customer;

import app.regulars.forum.PostView;
import app.regulars.forum.TopicPage;
import app.regulars.platform.text.Markdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What search engines read of a topic: a question with its answers, or a posting where nobody answered yet (schema.org). */
final class TopicSchema {

    private static final int LONGEST = 5_000;

    private TopicSchema() {
    }

    static Map<String, Object> of(TopicPage topic) {
        var question = topic.question();
        var object = schema(topic.head().answers() > 0 ? "QAPage" : "DiscussionForumPosting");
        if (topic.head().answers() == 0) {
            describe(object, question, topic);
            object.put("headline", topic.head().title());
            return object;
        }
        var main = new LinkedHashMap<String, Object>();
        main.put("@type", "Question");
        main.put("name", topic.head().title());
        describe(main, question, topic);
        main.put("answerCount", topic.head().answers());
        if (topic.solution() != null && !topic.solution().hidden()) {
            main.put("acceptedAnswer", answer(topic.solution(), topic));
        }
        main.put("suggestedAnswer", topic.posts().stream().filter(post -> post.number() > 1 && !post.solution() && !post.hidden())
                .map(post -> answer(post, topic)).toList());
        object.put("mainEntity", main);
        return object;
    }

    static Map<String, Object> crumbs(TopicPage topic, String forum, Locale locale) {
        var object = schema("BreadcrumbList");
        object.put("itemListElement", List.of(crumb(1, forum, ForumPages.HOME),
                crumb(2, topic.head().categoryName().in(locale), "/forum/c/" + topic.head().category()), crumb(3, topic.head().title(), topic.head().address())));
        return object;
    }

    private static Map<String, Object> answer(PostView post, TopicPage topic) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", "Answer");
        describe(object, post, topic);
        object.put("url", new app.regulars.forum.PostPlace(topic.head().slug(), post.id(), post.number()).address());
        return object;
    }

    private static void describe(Map<String, Object> object, PostView post, TopicPage topic) {
        if (!post.hidden()) {
            object.put("text", Markdown.plain(post.text(), LONGEST));
        }
        object.put("inLanguage", topic.head().language());
        object.put("dateCreated", post.at().toString());
        object.put("upvoteCount", post.helpful());
        if (post.author().name() != null) {
            object.put("author", Map.of("@type", "Person", "name", post.author().name()));
        }
    }

    private static Map<String, Object> crumb(int position, String name, String item) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", "ListItem");
        object.put("position", position);
        object.put("name", name);
        object.put("item", item);
        return object;
    }

    private static Map<String, Object> schema(String type) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@context", "https://schema.org");
        object.put("@type", type);
        return object;
    }
}
