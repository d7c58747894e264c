package app.regulars.demo;

import app.regulars.forum.Forum;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.forum.PostId;
import app.regulars.forum.PostPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What customers asked each other, who answered, what helped and which answer was the solution. */
@Component
@Order(5)
class ForumChapter implements DemoChapter {

    private static final double BEGUN_DAYS_AGO = 900;

    private final MyForum customers;
    private final ForumDesk desk;
    private final Forum forum;
    private final DemoLedger ledger;

    ForumChapter(MyForum customers, ForumDesk desk, Forum forum, DemoLedger ledger) {
        this.customers = customers;
        this.desk = desk;
        this.forum = forum;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(BEGUN_DAYS_AGO), "forum", () -> {
            var position = 1;
            for (var category : story.data().forum().categories()) {
                desk.saveCategory(category.slug(), category.name(), category.description(), position++);
            }
        });
        for (var topic : story.data().forum().topics()) {
            var number = 0;
            for (var post : topic.posts()) {
                var name = "post:" + topic.slug() + ":" + number++;
                var at = story.daysAgo(topic.daysAgo()).plusSeconds(Math.round(post.hoursAfter() * 3_600));
                timeline.add(at, name, () -> post(topic, post).post().value().toString());
                marks(story, timeline, topic, post, name, at);
            }
            timeline.add(story.now(), "views:" + topic.slug(), () -> forum.addViews(topic.slug(), views(topic)));
        }
    }

    private PostPlace post(DemoData.Topic topic, DemoData.Post post) {
        if (post == topic.posts().getFirst()) {
            return customers.open(PeopleChapter.person(ledger, topic.author()),
                    new NewTopic(topic.category(), topic.title(), post.text(), topic.language(), topic.product(), topic.slug(), null));
        }
        var slug = topic.slug();
        return isStaff(post.author()) ? desk.answer(PeopleChapter.staff(ledger, post.author()), slug, new NewPost(post.text(), null))
                : customers.answer(PeopleChapter.person(ledger, post.author()), slug, new NewPost(post.text(), null));
    }

    /** A while after a post others say that it helped; the asker chooses the solution once it was tried. */
    private void marks(Story story, Timeline timeline, DemoData.Topic topic, DemoData.Post post, String name, Instant at) {
        if (post.helpful() > 0) {
            timeline.add(earlier(at.plus(Duration.ofHours(30)), story.now()), name + ":helpful", () -> {
                var days = Duration.between(at, story.now()).toSeconds() / 86_400.0;
                story.data().people().stream().filter(person -> !person.key().equals(post.author()) && person.joinedDaysAgo() > days)
                        .limit(post.helpful()).forEach(person -> customers.helpful(PeopleChapter.person(ledger, person.key()), id(name)));
            });
        }
        if (post.solution()) {
            timeline.add(earlier(at.plus(Duration.ofHours(20)), story.now()), name + ":solution",
                    () -> customers.solve(PeopleChapter.person(ledger, topic.author()), id(name)));
        }
    }

    private PostId id(String name) {
        return new PostId(UUID.fromString(ledger.required(name)));
    }

    private boolean isStaff(String key) {
        return ledger.result(PeopleChapter.staff(key)).isPresent();
    }

    private static long views(DemoData.Topic topic) {
        return Math.round(20 + topic.daysAgo() * 2.2 + topic.posts().size() * 17 + new Random(topic.slug().hashCode()).nextInt(40));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
