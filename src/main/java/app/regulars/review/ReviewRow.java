package app.regulars.review;

import app.regulars.catalog.ProductId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A review with all that belongs to it, for its writer and for staff.
 *
 * @param customer   who wrote it, or null where she was forgotten
 * @param cause      why it waits, or null
 * @param reason     why it was refused, or null
 * @param appeal     what its writer said to that, or null
 * @param at         when it was written
 * @param pictures   their ids
 */
public record ReviewRow(ReviewId id, ProductId product, CustomerId customer, int stars, String title, String text, String language, boolean verified, ReviewStatus status,
                        WaitCause cause, String reason, String appeal, Instant at, Instant editedAt, Instant publishedAt, String reply, StaffId repliedBy, Instant repliedAt,
                        int helpful, List<UUID> pictures) {

    ReviewRow with(List<UUID> pictures) {
        return new ReviewRow(id, product, customer, stars, title, text, language, verified, status, cause, reason, appeal, at, editedAt, publishedAt, reply, repliedBy, repliedAt,
                helpful, pictures);
    }

    @Override
    public String toString() {
        return "review " + id;
    }
}
