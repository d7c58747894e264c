package app.regulars.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A review as everybody sees it.
 *
 * @param by        the public name of who wrote it, or null where there is none to show
 * @param verified  whether its writer, or her company, got the product from this shop
 * @param pictures  their ids
 * @param reply     the shop's answer, or null
 * @param repliedBy the given name of who of us answered, or null
 */
public record ShownReview(ReviewId id, int stars, String title, String text, String language, String by, boolean verified, Instant at, boolean edited,
                          List<UUID> pictures, String reply, String repliedBy, Instant repliedAt, int helpful) {
}
