package app.regulars.forum;

import app.regulars.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a post said before it was changed. */
@Entity
@Table(name = "forum_post_edit")
class PostEdit {

    @Id
    private UUID id;
    private UUID postId;
    private String text;
    private Instant editedAt;
    @Version
    private Integer version;

    protected PostEdit() {
    }

    PostEdit(UUID post, String text, Instant at) {
        this.id = Ids.next();
        this.postId = post;
        this.text = text;
        this.editedAt = at;
    }

    String text() {
        return text;
    }
}
