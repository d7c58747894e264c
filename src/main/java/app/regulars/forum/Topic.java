package app.regulars.forum;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A question and what became of it. Its posts are kept apart, because there may be many. */
@Entity
@Table(name = "forum_topic")
class Topic {

    static final int LONGEST_BRIEF = 200;

    @Id
    private UUID id;
    private String slug;
    private UUID categoryId;
    private String title;
    private String language;
    @Embedded
    private Writer asker;
    private String product;
    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private TopicStatus status;
    private String brief;
    private UUID solution;
    private Instant solvedAt;
    @Embedded
    @AttributeOverride(name = "customerId", column = @Column(name = "solved_customer"))
    @AttributeOverride(name = "staffId", column = @Column(name = "solved_staff"))
    private Writer solver;
    private Instant openedAt;
    private Instant lastPostAt;
    private int posts;
    private boolean staffAnswered;
    @Version
    private Integer version;

    protected Topic() {
    }

    Topic(String slug, UUID category, NewTopic asked, Writer asker, Instant at) {
        this.id = TopicId.next().value();
        this.title = Words.title(asked.title());
        this.slug = slug;
        this.categoryId = category;
        this.language = "fr".equals(asked.language()) ? "fr" : "en";
        this.asker = asker;
        this.product = asked.product() == null || asked.product().isBlank() || asked.product().length() > 120 ? null : asked.product();
        this.status = TopicStatus.OPEN;
        this.openedAt = at;
        this.lastPostAt = at;
    }

    /** The question itself, or an answer to it. */
    Post add(NewPost post, Writer by, Instant at) {
        if (status == TopicStatus.CLOSED && !by.isStaff()) {
            throw new Refused("forum.refused.closed");
        }
        var added = new Post(id, posts + 1, post, by, at);
        posts++;
        lastPostAt = at;
        staffAnswered |= by.isStaff() && posts > 1;
        return added;
    }

    /** The asker may always decide, and staff may. @return whether anything changed */
    boolean solvedBy(Post answer, Writer by, Instant at) {
        mayDecide(by);
        if (!answer.topicId().equals(id) || answer.isHidden()) {
            throw new NotFound();
        }
        if (answer.isQuestion()) {
            throw new Refused("forum.refused.solution-is-question");
        }
        if (answer.id().value().equals(solution)) {
            return false;
        }
        solution = answer.id().value();
        solvedAt = at;
        solver = by;
        brief = null;
        return true;
    }

    /** @return whether there was a solution */
    boolean unsolve(Writer by) {
        mayDecide(by);
        var had = solution != null;
        solution = null;
        solvedAt = null;
        solver = null;
        brief = null;
        return had;
    }

    private void mayDecide(Writer by) {
        if (!by.isStaff() && (asker == null || !asker.is(by.customerId()))) {
            throw new Refused("forum.refused.not-your-topic");
        }
    }

    void summarize(String words) {
        var text = words == null ? "" : words.strip();
        if (text.length() > LONGEST_BRIEF) {
            throw new Refused("forum.refused.brief-long", "brief", java.util.Map.of("most", LONGEST_BRIEF, "is", text.length()));
        }
        brief = text.isEmpty() ? null : text;
    }

    void close() {
        status = TopicStatus.CLOSED;
    }

    void reopen() {
        status = TopicStatus.OPEN;
    }

    TopicId id() {
        return new TopicId(id);
    }

    String slug() {
        return slug;
    }

    UUID categoryId() {
        return categoryId;
    }

    String title() {
        return title;
    }

    String language() {
        return language;
    }

    Writer asker() {
        return asker;
    }

    String product() {
        return product;
    }

    TopicStatus status() {
        return status;
    }

    String brief() {
        return brief;
    }

    UUID solution() {
        return solution;
    }

    Instant solvedAt() {
        return solvedAt;
    }

    Writer solver() {
        return solver;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant lastPostAt() {
        return lastPostAt;
    }

    int posts() {
        return posts;
    }
}
