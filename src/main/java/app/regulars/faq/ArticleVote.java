package app.regulars.faq;

import app.regulars.platform.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One reader's word on one article; the last word counts. */
@Entity
@Table(name = "faq_vote")
class ArticleVote {

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;
    private UUID articleId;
    private UUID voter;
    private boolean helpful;
    private String reason;
    private Instant votedAt;
    @Version
    private Integer version;

    protected ArticleVote() {
    }

    ArticleVote(UUID articleId, UUID voter, boolean helpful, Instant at) {
        this.id = Ids.next();
        this.articleId = articleId;
        this.voter = voter;
        this.helpful = helpful;
        this.votedAt = at;
    }

    void change(boolean helpful, String reason, Instant at) {
        this.helpful = helpful;
        if (reason != null && !reason.isBlank()) {
            var words = reason.strip();
            this.reason = words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
        }
        this.votedAt = at;
    }
}
