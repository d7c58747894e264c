package app.regulars.review;

import app.regulars.catalog.ProductId;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.text.PublicName;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** The plain entrance for other modules, and what public pages read: published reviews, kept in memory for some seconds. */
@Service
public class Reviews {

    private final ReviewBook book;
    private final ReviewSummaries summaries;
    private final ReviewPictures pictures;
    private final CustomerDirectory customers;
    private final StaffDirectory staff;
    private final Cache<Asked, ReviewPage> pages = Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofSeconds(30)).build();

    private record Asked(ProductId product, int stars, ReviewOrder order, int page) {
    }

    Reviews(ReviewBook book, ReviewSummaries summaries, ReviewPictures pictures, CustomerDirectory customers, StaffDirectory staff) {
        this.book = book;
        this.summaries = summaries;
        this.pictures = pictures;
        this.customers = customers;
        this.staff = staff;
    }

    /** In numbers, from memory; never null. */
    public ReviewSummary summary(ProductId product) {
        return summaries.of(product);
    }

    /** A page of them. Of a product without any, nothing is asked. @param stars 1 to 5, or 0 for all @param page from 1 */
    public ReviewPage page(ProductId product, int stars, ReviewOrder order, int page) {
        var summary = summary(product);
        return summary.count() == 0 ? ReviewPage.empty(stars, order) : pages.get(new Asked(product, stars, order, page), asked -> read(summary, asked));
    }

    private ReviewPage read(ReviewSummary summary, Asked asked) {
        var total = asked.stars() == 0 ? summary.count() : summary.counts().get(asked.stars() - 1);
        var all = Math.max(1, (total + ReviewPage.SIZE - 1) / ReviewPage.SIZE);
        var page = Math.clamp(asked.page(), 1, all);
        var rows = book.shown(asked.product(), asked.stars(), asked.order(), (page - 1) * ReviewPage.SIZE, ReviewPage.SIZE);
        Map<CustomerId, CustomerCard> writers = customers.cards(rows.stream().map(ReviewRow::customer).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<StaffId, StaffCard> ours = staff.cards(rows.stream().map(ReviewRow::repliedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new ReviewPage(summary, rows.stream().map(row -> shown(row, row.customer() == null ? null : writers.get(row.customer()),
                row.repliedBy() == null ? null : ours.get(row.repliedBy()))).toList(), total, page, all, asked.stars(),
                asked.order());
    }

    private static ShownReview shown(ReviewRow row, CustomerCard by, StaffCard replied) {
        return new ShownReview(row.id(), row.stars(), row.title(), row.text(), row.language(), by == null ? null : PublicName.of(by.name()), row.verified(), row.publishedAt(),
                row.editedAt() != null, row.pictures(), row.reply(), replied == null ? null : replied.givenName(), row.repliedAt(), row.helpful());
    }

    /** What a customer wrote, the latest first, whatever became of it. */
    public List<ReviewRow> ofCustomer(CustomerId customer, int most) {
        return book.of(customer, most);
    }

    public long countOfCustomer(CustomerId customer) {
        return book.count(customer, null);
    }

    /** A picture. @param by who wrote the review, or null @param shown whether everybody may see it; else only her and staff who moderate */
    public record Picture(CustomerId by, boolean shown, String contentType, byte[] body) {

        @Override
        public String toString() {
            return "a picture of a review";
        }
    }

    public Optional<Picture> picture(UUID id, boolean small) {
        return pictures.find(id, small).map(stored -> new Picture(stored.by(), stored.shown(), stored.contentType(), stored.body()));
    }

    @EventListener
    @Order(0)
    void on(ReviewChanged changed) {
        AfterCommit.run(() -> pages.asMap().keySet().removeIf(asked -> asked.product().equals(changed.product())));
    }
}
