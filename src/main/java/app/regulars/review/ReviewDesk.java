package app.regulars.review;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.catalog.ProductId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what waits, what is published and refused, and the shop's answers. */
@Service
@Transactional
@RolesAllowed(Permissions.REVIEWS_MODERATE)
public class ReviewDesk {

    /** Reviews on a page of the desk. */
    public static final int SIZE = 30;
    private static final int MOST_EDITS = 20;
    private static final int LONGEST_WORDS = 4000;
    private static final String KIND = "review";
    private static final UUID RULES = new UUID(0, 4220);

    private final ReviewRepository reviews;
    private final ReviewBook book;
    private final Publishing publishing;
    private final ReviewRules rules;
    private final Catalog catalog;
    private final CustomerDirectory customers;
    private final Shop shop;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewDesk(ReviewRepository reviews, ReviewBook book, Publishing publishing, ReviewRules rules, Catalog catalog, CustomerDirectory customers, Shop shop, AuditTrail audit,
               ApplicationEventPublisher events, Clock clock) {
        this.reviews = reviews;
        this.book = book;
        this.publishing = publishing;
        this.rules = rules;
        this.catalog = catalog;
        this.customers = customers;
        this.shop = shop;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A line of the desk's list. @param product null where it is gone */
    public record Line(ReviewRow review, ProductCard product) {
    }

    @Transactional(readOnly = true)
    public Map<ReviewStatus, Long> counts() {
        return book.counts();
    }

    /** What waits longest first; what is decided, the latest first. @param page from 1 */
    @Transactional(readOnly = true)
    public List<Line> list(ReviewStatus status, int page) {
        var rows = book.standing(status, (page - 1) * SIZE, SIZE);
        var cards = cards(rows.stream().map(ReviewRow::product).distinct().toList());
        return rows.stream().map(row -> new Line(row, cards.get(row.product()))).toList();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public ReviewFile find(UUID id) {
        var row = book.find(new ReviewId(id)).orElseThrow(NotFound::new);
        return new ReviewFile(row, cards(List.of(row.product())).get(row.product()), row.customer() == null ? null : customers.find(row.customer()).orElse(null),
                row.customer() == null ? 0 : book.count(row.customer(), ReviewStatus.PUBLISHED), book.before(row.id(), MOST_EDITS));
    }

    /** Everybody sees it from now on. */
    public void publish(UUID id, StaffId by) {
        decide(id, by, "published", null, review -> review.publish(by, clock.instant()));
    }

    /** Nobody sees it any more; its writer reads why. @throws Refused beside "reason" */
    public void refuse(UUID id, String reason, StaffId by) {
        decide(id, by, "refused", reason, review -> review.refuse(by, reason, clock.instant()));
    }

    private void decide(UUID id, StaffId by, String what, String reason, java.util.function.Consumer<Review> deed) {
        var review = review(id);
        var was = review.status();
        publishing.change(review, () -> {
            deed.accept(review);
            return null;
        });
        audit.changed(by, "review." + what, KIND, id, Change.of(review.title()).about(review.customer()).of("status", was.code(), review.status().code()).because(reason));
        events.publishEvent(new ReviewDecided(review.id(), what));
    }

    /** Answers for the shop, for everybody to see; empty words take the answer away. @throws Refused beside "reply" */
    public void reply(UUID id, String words, StaffId by) {
        var review = review(id);
        var was = review.reply();
        publishing.change(review, () -> {
            review.reply(by, words, clock.instant());
            return null;
        });
        audit.changed(by, "review.replied", KIND, id, Change.of(review.title()).about(review.customer()).of("reply", was, review.reply()));
        if (was == null && review.reply() != null && review.isPublished()) {
            events.publishEvent(new ReviewDecided(review.id(), "replied"));
        }
    }

    /** The words that make a review wait. */
    @Transactional(readOnly = true)
    public List<String> words() {
        return rules.words();
    }

    /** @param typed one word, or words that follow each other, a line @throws Refused beside "words" */
    @RolesAllowed(Permissions.SHOP_SETUP)
    public void words(String typed, StaffId by) {
        var words = PersonTexts.bounded(PersonTexts.lines(typed), LONGEST_WORDS, "words");
        var was = String.join(", ", rules.words());
        shop.set(ReviewRules.WORDS, words);
        audit.changed(by, "review.words-changed", KIND, RULES, Change.of("reviews").of("words", was, String.join(", ", rules.words())));
    }

    private Review review(UUID id) {
        return reviews.findById(id).orElseThrow(NotFound::new);
    }

    private Map<ProductId, ProductCard> cards(List<ProductId> products) {
        return catalog.cardsForStaff(catalog.handles(products).values()).stream().collect(Collectors.toMap(ProductCard::id, Function.identity()));
    }
}
