package app.regulars.review;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.media.CleanPicture;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The pictures of reviews. */
@Component
class ReviewPictures {

    private final JdbcTemplate jdbc;

    ReviewPictures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who wrote the review, or null @param shown whether everybody may see it */
    record Stored(CustomerId by, boolean shown, String contentType, byte[] body) {
    }

    /** Keeps these of the pictures, in their order, and adds the others behind them. */
    void change(ReviewId review, Set<UUID> kept, List<CleanPicture> pictures) {
        var known = of(List.of(review)).getOrDefault(review, List.of());
        known.stream().filter(id -> !kept.contains(id)).forEach(id -> jdbc.update("delete from review_picture where id = ?", (Object) bytes(id)));
        var position = jdbc.queryForObject("select coalesce(max(position), -1) from review_picture where review_id = ?", Integer.class, (Object) bytes(review.value()));
        for (var picture : pictures) {
            jdbc.update("insert into review_picture (id, review_id, position, content_type, body, small) values (?, ?, ?, ?, ?, ?)", bytes(Ids.next()), bytes(review.value()),
                    ++position, picture.contentType(), picture.large(), picture.small());
        }
    }

    void delete(ReviewId review) {
        jdbc.update("delete from review_picture where review_id = ?", (Object) bytes(review.value()));
    }

    /** By review, in their order; one statement. */
    Map<ReviewId, List<UUID>> of(Collection<ReviewId> reviews) {
        var found = new HashMap<ReviewId, List<UUID>>();
        if (!reviews.isEmpty()) {
            jdbc.query("select review_id, id from review_picture where review_id in (" + "?, ".repeat(reviews.size() - 1) + "?) order by review_id, position",
                    row -> {
                        found.computeIfAbsent(new ReviewId(uuid(row.getBytes(1))), id -> new ArrayList<>()).add(uuid(row.getBytes(2)));
                    }, reviews.stream().map(id -> (Object) bytes(id.value())).toArray());
        }
        return found;
    }

    Optional<Stored> find(UUID id, boolean small) {
        return jdbc.query("select r.customer_id, r.status, p.content_type, " + (small ? "p.small" : "p.body") + " from review_picture p join review r on r.id = p.review_id where p.id = ?",
                (row, n) -> new Stored(row.getBytes(1) == null ? null : new CustomerId(uuid(row.getBytes(1))), ReviewStatus.PUBLISHED.name().equals(row.getString(2)), row.getString(3),
                        row.getBytes(4)), (Object) bytes(id)).stream().findFirst();
    }
}
