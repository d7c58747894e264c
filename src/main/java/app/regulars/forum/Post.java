package app.regulars.forum;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What one person wrote at one time. */
@Entity
@Table(name = "forum_post")
class Post {

    private static final int LONGEST_REASON = 300;

    @Id
    private UUID id;
    private UUID topicId;
    private int number;
    @Embedded
    private Writer writer;
    private String text;
    private Instant postedAt;
    private Instant editedAt;
    private Instant hiddenAt;
    private StaffId hiddenBy;
    private String hiddenReason;
    private int helpful;
    private UUID submission;
    @Version
    private Integer version;

    protected Post() {
    }

    Post(UUID topic, int number, NewPost post, Writer by, Instant at) {
        this.id = PostId.next().value();
        this.topicId = topic;
        this.number = number;
        this.writer = by;
        this.text = Words.text(post.text());
        this.postedAt = at;
        this.submission = post.submission();
    }

    /** Only whoever wrote it; what it said before is answered, to be kept, or null where nothing changed. */
    PostEdit edit(String typed, CustomerId by, Instant at) {
        if (writer == null || !writer.is(by) || isHidden()) {
            throw new NotFound();
        }
        var changed = Words.text(typed);
        if (changed.equals(text)) {
            return null;
        }
        var before = new PostEdit(id, text, at);
        text = changed;
        editedAt = at;
        return before;
    }

    void hide(StaffId by, String reason, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("forum.refused.reason-empty", "reason", Map.of());
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Refused("forum.refused.reason-long", "reason", Map.of("most", LONGEST_REASON, "is", reason.strip().length()));
        }
        hiddenAt = at;
        hiddenBy = by;
        hiddenReason = reason.strip();
    }

    void show() {
        hiddenAt = null;
        hiddenBy = null;
        hiddenReason = null;
    }

    boolean isHidden() {
        return hiddenAt != null;
    }

    boolean isQuestion() {
        return number == 1;
    }

    PostId id() {
        return new PostId(id);
    }

    UUID topicId() {
        return topicId;
    }

    int number() {
        return number;
    }

    Writer writer() {
        return writer;
    }

    String text() {
        return text;
    }

    Instant postedAt() {
        return postedAt;
    }

    Instant editedAt() {
        return editedAt;
    }

    String hiddenReason() {
        return hiddenReason;
    }

    int helpful() {
        return helpful;
    }
}
