package app.regulars.faq;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that look after what articles do not say. */
@Service
@Transactional(readOnly = true)
public class UnhelpfulWords {

    private final ArticleVoteRepository votes;

    UnhelpfulWords(ArticleVoteRepository votes) {
        this.votes = votes;
    }

    /** A reader whom an article did not help. @param title of the article in English @param reason what was missing, or null */
    public record Unhelpful(UUID id, String slug, String title, String reason, Instant at) {

        @Override
        public String toString() {
            return "a vote on " + slug;
        }
    }

    /** Since a moment, the newest first. */
    public List<Unhelpful> since(Instant moment, int most) {
        return votes.unhelpful(moment, Limit.of(most));
    }
}
