package app.regulars.forum.ui.customer;

import app.regulars.forum.PostView;
import app.regulars.forum.TopicPage;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.SchemaOrg;
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
        var object = SchemaOrg.object(topic.head().answers() > 0 ? "QAPage" : "DiscussionForumPosting");
        if (topic.head().answers() == 0) {
            describe(object, question, topic);
            object.put("headline", topic.head().title());
            return object;
        }
        var main = SchemaOrg.part("Question");
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
        return SchemaOrg.crumbs(List.of(new SchemaOrg.Crumb(forum, ForumPages.HOME),
                new SchemaOrg.Crumb(topic.head().categoryName().in(locale), "/forum/c/" + topic.head().category()),
                new SchemaOrg.Crumb(topic.head().title(), topic.head().address())));
    }

    private static Map<String, Object> answer(PostView post, TopicPage topic) {
        var object = SchemaOrg.part("Answer");
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
}
