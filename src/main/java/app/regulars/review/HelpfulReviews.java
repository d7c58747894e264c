package app.regulars.review;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who found which review helpful: one mark a person. The review keeps the sum, changed without touching its version. */
@Component
class HelpfulReviews {

    private final JdbcTemplate jdbc;

    HelpfulReviews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks it, or takes the mark back. @return whether it is marked now */
    boolean toggle(ReviewId review, CustomerId person, Instant at) {
        var added = jdbc.update("insert ignore into review_helpful (review_id, person, marked_at) values (?, ?, ?)", bytes(review.value()), bytes(person.value()), utc(at)) > 0;
        if (!added) {
            jdbc.update("delete from review_helpful where review_id = ? and person = ?", bytes(review.value()), bytes(person.value()));
        }
        count(review);
        return added;
    }

    private void count(ReviewId review) {
        jdbc.update("update review set helpful = (select count(*) from review_helpful where review_id = ?) where id = ?", bytes(review.value()), bytes(review.value()));
    }

    void delete(ReviewId review) {
        jdbc.update("delete from review_helpful where review_id = ?", (Object) bytes(review.value()));
    }

    /** Takes back every mark of a person. */
    void forget(UUID person) {
        jdbc.update("update review set helpful = helpful - 1 where id in (select review_id from review_helpful where person = ?)", (Object) bytes(person));
        jdbc.update("delete from review_helpful where person = ?", (Object) bytes(person));
    }
}
