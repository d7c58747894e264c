package app.regulars.forum;

import app.regulars.faq.ArticleSources;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's door: asking, answering, changing own posts, choosing the solution of own topics. Articles made of what is changed are told. */
@Service
@Transactional
public class MyForum {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Threads threads;
    private final HelpfulMarks marks;
    private final PostEditRepository edits;
    private final People people;
    private final ArticleSources articles;
    private final Clock clock;
    private final int mostAMinute;

    MyForum(Threads threads, HelpfulMarks marks, PostEditRepository edits, People people, ArticleSources articles, Clock clock,
            @Value("${regulars.forum.posts-a-minute:6}") int mostAMinute) {
        this.articles = articles;
        this.threads = threads;
        this.marks = marks;
        this.edits = edits;
        this.people = people;
        this.clock = clock;
        this.mostAMinute = mostAMinute;
    }

    /** Asks; the same submission again answers the first one's place. */
    public PostPlace open(CustomerId me, NewTopic topic) {
        notTooFast(me);
        return threads.open(topic, Writer.of(me), clock.instant());
    }

    /** Answers; the same submission again answers the first one's place. */
    public PostPlace answer(CustomerId me, String topic, NewPost answer) {
        notTooFast(me);
        return threads.answer(topic, answer, Writer.of(me), clock.instant());
    }

    /** Changes a post of mine; what it said before is kept. */
    public void edit(CustomerId me, PostId id, String text) {
        var post = threads.post(id);
        var now = clock.instant();
        var before = post.edit(text, me, now);
        if (before != null) {
            edits.save(before);
            var topic = threads.topic(post);
            threads.changed(topic, now);
            if (post.isQuestion() || id.value().equals(topic.solution())) {
                articles.changed(TopicArticles.KIND, topic.slug(), now);
            }
        }
    }

    /** The text of a post of mine, to change it. */
    @Transactional(readOnly = true)
    public String text(CustomerId me, PostId id) {
        var post = threads.post(id);
        if (post.writer() == null || !post.writer().is(me) || post.isHidden()) {
            throw new NotFound();
        }
        return post.text();
    }

    /** Chooses the answer that solved my own topic. @throws Refused for somebody else's topic */
    public void solve(CustomerId me, PostId answer) {
        threads.solve(answer, Writer.of(me), clock.instant());
    }

    /** Says that my own topic is not solved after all. */
    public void unsolve(CustomerId me, String topic) {
        threads.unsolve(topic, Writer.of(me), clock.instant());
    }

    /** Says that somebody else's post helped me; again changes nothing. @return whether it was new */
    public boolean helpful(CustomerId me, PostId id) {
        var post = threads.post(id);
        if (post.isHidden()) {
            throw new NotFound();
        }
        if (post.writer() != null && post.writer().is(me)) {
            throw new Refused("forum.refused.own-post");
        }
        var first = marks.add(id, me.value(), clock.instant());
        if (first) {
            threads.marked(post, clock.instant());
        }
        return first;
    }

    /** Takes the mark back. */
    public void notHelpful(CustomerId me, PostId id) {
        if (marks.remove(id, me.value())) {
            threads.marked(threads.post(id), clock.instant());
        }
    }

    /** What I may do on this page of a topic. */
    @Transactional(readOnly = true)
    public Viewer viewer(CustomerId me, TopicPage page) {
        var shown = Stream.concat(Stream.of(page.question()), Stream.concat(page.posts().stream(), Stream.ofNullable(page.solution())))
                .map(PostView::id).collect(Collectors.toSet());
        var mine = threads.ownOf(me, shown);
        return new Viewer(name(me), false, threads.asked(me, page.head().slug()), mine, marks.of(me.value(), shown));
    }

    /** As which I am shown to everybody. */
    @Transactional(readOnly = true)
    public String name(CustomerId me) {
        var author = people.of(Writer.of(me));
        return author.name() == null ? "" : author.name();
    }

    private void notTooFast(CustomerId me) {
        var now = clock.instant();
        if (threads.postsOf(me, now.minus(MINUTE), now) >= mostAMinute) {
            throw new Refused("forum.refused.too-fast", Map.of("most", mostAMinute));
        }
    }
}
