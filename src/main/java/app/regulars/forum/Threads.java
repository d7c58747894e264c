package app.regulars.forum;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What both doors do: finds the topic, tells it, keeps it, and says that it happened. Runs in the door's transaction. */
@Component
class Threads {

    private static final int NUMBERED_SLUGS = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ForumCategoryRepository categories;
    private final TopicRepository topics;
    private final PostRepository posts;
    private final TopicSearch search;
    private final ApplicationEventPublisher events;

    Threads(ForumCategoryRepository categories, TopicRepository topics, PostRepository posts, TopicSearch search, ApplicationEventPublisher events) {
        this.categories = categories;
        this.topics = topics;
        this.posts = posts;
        this.search = search;
        this.events = events;
    }

    PostPlace open(NewTopic asked, Writer by, Instant at) {
        var before = sent(asked.submission(), by);
        if (before != null) {
            return before;
        }
        var category = categories.findBySlug(asked.category() == null ? "" : asked.category())
                .orElseThrow(() -> new Refused("forum.refused.category", "category", Map.of()));
        var topic = new Topic(slug(asked), category.id(), asked, by, at);
        var question = topic.add(new NewPost(asked.text(), asked.submission()), by, at);
        topics.save(topic);
        posts.save(question);
        search.update(topic, category.slug());
        events.publishEvent(new TopicOpened(topic.id(), topic.slug(), category.slug(), by.customerId(), by.staffId(), at));
        events.publishEvent(new TopicChanged(topic.slug(), category.slug(), at));
        return place(topic, question);
    }

    PostPlace answer(String slug, NewPost answer, Writer by, Instant at) {
        var topic = topics.lockBySlug(slug).orElseThrow(NotFound::new);
        var before = sent(answer.submission(), by);
        if (before != null) {
            return before;
        }
        var post = topic.add(answer, by, at);
        posts.save(post);
        changed(topic, at);
        events.publishEvent(new PostAdded(topic.id(), slug, post.id(), post.number(), by.customerId(), by.staffId(), at));
        return place(topic, post);
    }

    void solve(PostId answer, Writer by, Instant at) {
        var post = post(answer);
        var topic = topic(post);
        if (topic.solvedBy(post, by, at)) {
            changed(topic, at);
            events.publishEvent(new SolutionMarked(topic.id(), topic.slug(), answer, post.writer() == null ? null : post.writer().customerId(),
                    by.customerId(), by.staffId(), at));
        }
    }

    void unsolve(String slug, Writer by, Instant at) {
        var topic = topics.lockBySlug(slug).orElseThrow(NotFound::new);
        if (topic.unsolve(by)) {
            changed(topic, at);
        }
    }

    Post post(PostId id) {
        return posts.findById(id.value()).orElseThrow(NotFound::new);
    }

    Topic topic(Post post) {
        return topics.lockById(post.topicId()).orElseThrow(NotFound::new);
    }

    Topic topic(String slug) {
        return topics.lockBySlug(slug).orElseThrow(NotFound::new);
    }

    /** Search and open pages look again. */
    void changed(Topic topic, Instant at) {
        var category = categories.findById(topic.categoryId()).map(ForumCategory::slug).orElseThrow();
        search.update(topic, category);
        events.publishEvent(new TopicChanged(topic.slug(), category, at));
    }

    /** Only the numbers beside a post are others; search stays as it is. */
    void marked(Post post, Instant at) {
        topics.findById(post.topicId()).ifPresent(topic -> events.publishEvent(
                new TopicChanged(topic.slug(), categories.findById(topic.categoryId()).map(ForumCategory::slug).orElseThrow(), at)));
    }

    long postsOf(CustomerId customer, Instant since, Instant until) {
        return posts.countBy(customer, since, until);
    }

    java.util.Set<PostId> ownOf(CustomerId customer, java.util.Collection<PostId> shown) {
        return shown.isEmpty() ? java.util.Set.of() : posts.own(customer, shown.stream().map(PostId::value).toList()).stream().map(PostId::new)
                .collect(java.util.stream.Collectors.toSet());
    }

    boolean asked(CustomerId customer, String slug) {
        return topics.asked(customer, slug);
    }

    private PostPlace sent(UUID submission, Writer by) {
        return submission == null ? null : posts.sent(submission).filter(sent -> by.equals(new Writer(sent.customer(), sent.staff())))
                .map(sent -> new PostPlace(sent.slug(), new PostId(sent.post()), sent.number())).orElse(null);
    }

    private static PostPlace place(Topic topic, Post post) {
        return new PostPlace(topic.slug(), post.id(), post.number());
    }

    private String slug(NewTopic asked) {
        var base = Words.slug(asked.slug() == null || asked.slug().isBlank() ? Words.title(asked.title()) : asked.slug());
        var slug = base;
        for (int number = 2; topics.existsBySlug(slug) || "new".equals(slug); number++) {
            slug = base + "-" + (number <= NUMBERED_SLUGS ? String.valueOf(number) : Integer.toString(RANDOM.nextInt(1 << 24), 36));
        }
        return slug;
    }
}
