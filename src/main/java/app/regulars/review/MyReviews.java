package app.regulars.review;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductCard;
import app.regulars.catalog.ProductId;
import app.regulars.catalog.Viewers;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.ordering.ReceivedGoods;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: a review is a person's own; that her company bought the product counts for her. */
@Service
@Transactional
public class MyReviews {

    private static final RateLimits.Limit WRITING = RateLimits.Limit.of("review-write", 30, Duration.ofHours(1));
    private static final RateLimits.Limit MARKING = RateLimits.Limit.of("review-helpful", 120, Duration.ofHours(1));
    private static final int MOST = 200;
    private static final int MOST_LINES = 300;
    private static final int MOST_OFFERED = 12;

    private final ReviewRepository reviews;
    private final ReviewBook book;
    private final Publishing publishing;
    private final ReviewRules rules;
    private final ReviewPictures pictures;
    private final HelpfulReviews helpful;
    private final ReceivedGoods received;
    private final Orders orders;
    private final Catalog catalog;
    private final Viewers viewers;
    private final RateLimits limits;
    private final Clock clock;

    MyReviews(ReviewRepository reviews, ReviewBook book, Publishing publishing, ReviewRules rules, ReviewPictures pictures, HelpfulReviews helpful, ReceivedGoods received,
              Orders orders, Catalog catalog, Viewers viewers, RateLimits limits, Clock clock) {
        this.reviews = reviews;
        this.book = book;
        this.publishing = publishing;
        this.rules = rules;
        this.pictures = pictures;
        this.helpful = helpful;
        this.received = received;
        this.orders = orders;
        this.catalog = catalog;
        this.viewers = viewers;
        this.limits = limits;
        this.clock = clock;
    }

    /** A product and what I said of it. @param review null where I have said nothing */
    public record Mine(ProductCard product, ReviewRow review) {
    }

    /** The product to write about, with my review of it. @param me whom I order for @throws NotFound for one that I do not see */
    @Transactional(readOnly = true)
    public Mine of(CustomerId person, CustomerId me, String handle) {
        var product = product(me, handle);
        return new Mine(product, reviews.findByProductIdAndCustomerId(product.id(), person).flatMap(review -> book.find(review.id())).orElse(null));
    }

    /** What I wrote, the latest first; of products that are gone nothing. */
    @Transactional(readOnly = true)
    public List<Mine> list(CustomerId person) {
        var rows = book.of(person, MOST);
        var cards = cards(rows.stream().map(ReviewRow::product).toList());
        return rows.stream().filter(row -> cards.containsKey(row.product())).map(row -> new Mine(cards.get(row.product()), row)).toList();
    }

    /** What I, or whom I order for, got and I have not reviewed, the latest first. */
    @Transactional(readOnly = true)
    public List<ProductCard> open(CustomerId person, CustomerId me) {
        var known = new HashSet<>(book.reviewed(person));
        var handles = catalog.variants(received.latest(List.of(person, me), MOST_LINES)).values().stream().map(variant -> variant.handle()).distinct().toList();
        return catalog.cards(handles, viewers.of(me)).stream().filter(card -> !known.contains(card.id())).limit(MOST_OFFERED).toList();
    }

    /** The products of one of my orders, once it has left, with what I said of each. */
    @Transactional(readOnly = true)
    public List<Mine> ofOrder(CustomerId person, CustomerId me, OrderNumber number) {
        var order = orders.file(number, me).orElseThrow(NotFound::new);
        if (order.shippedAt() == null) {
            return List.of();
        }
        var handles = order.lines().stream().filter(line -> line.quantity() > 0).map(line -> line.handle()).filter(Objects::nonNull).distinct().toList();
        var mine = book.of(person, MOST).stream().collect(Collectors.toMap(ReviewRow::product, Function.identity()));
        return catalog.cards(handles, viewers.of(me)).stream().map(card -> new Mine(card, mine.get(card.id()))).toList();
    }

    /**
     * Writes my review of a product, or changes the one that is there.
     *
     * @return where it stands now
     * @throws Refused beside "stars", "title" or "text", or in a sentence
     */
    public ReviewStatus write(CustomerId person, CustomerId me, String handle, NewReview form) {
        if (limits.take(WRITING, person.toString()).isPositive()) {
            throw new Refused("review.refused.many");
        }
        var product = product(me, handle).id();
        var verified = received.has(List.of(person, me), catalog.variantsOf(product));
        var now = clock.instant();
        var known = reviews.findByProductIdAndCustomerId(product, person).orElse(null);
        if (form.kept().size() + form.pictures().size() > NewReview.MOST_PICTURES) {
            throw new Refused("media.refused.pictures", "picture-file", Map.of("most", NewReview.MOST_PICTURES));
        }
        if (known == null) {
            return add(new Review(product, person, form, verified, rules.cause(person, form), now), form);
        }
        var before = publishing.change(known, () -> known.edit(form, verified, rules.cause(person, form), now));
        if (before != null) {
            book.keep(known.id(), before, now);
        }
        pictures.change(known.id(), form.kept(), form.pictures());
        return known.status();
    }

    private ReviewStatus add(Review review, NewReview form) {
        try {
            publishing.add(review);
        } catch (DataIntegrityViolationException twice) {
            throw new Refused("review.refused.twice");
        }
        pictures.change(review.id(), Set.of(), form.pictures());
        return review.status();
    }

    /** Nothing of it stays. */
    public void delete(CustomerId person, CustomerId me, String handle) {
        var review = own(person, me, handle);
        pictures.delete(review.id());
        helpful.delete(review.id());
        book.deleteEdits(review.id());
        publishing.remove(review);
    }

    /** Asks once to look again at what was refused. @throws Refused beside "appeal" */
    public void appeal(CustomerId person, CustomerId me, String handle, String words) {
        var review = own(person, me, handle);
        publishing.change(review, () -> {
            review.appeal(words);
            return null;
        });
    }

    /** Marks a review of somebody else as helpful, or takes the mark back. @return how many marks it has now @throws NotFound for one that is not shown, and for my own */
    public int helpful(CustomerId person, UUID id) {
        if (limits.take(MARKING, person.toString()).isPositive()) {
            throw new Refused("review.refused.many");
        }
        var review = reviews.findById(id).filter(each -> each.isPublished() && !person.equals(each.customer())).orElseThrow(NotFound::new);
        helpful.toggle(review.id(), person, clock.instant());
        publishing.changed(review.product());
        return book.find(review.id()).map(ReviewRow::helpful).orElse(0);
    }

    private Review own(CustomerId person, CustomerId me, String handle) {
        return reviews.findByProductIdAndCustomerId(product(me, handle).id(), person).orElseThrow(NotFound::new);
    }

    private ProductCard product(CustomerId me, String handle) {
        return Optional.ofNullable(handle).flatMap(each -> catalog.cards(List.of(each), viewers.of(me)).stream().findFirst()).orElseThrow(NotFound::new);
    }

    private Map<ProductId, ProductCard> cards(List<ProductId> products) {
        return catalog.cardsForStaff(catalog.handles(products).values()).stream().collect(Collectors.toMap(ProductCard::id, Function.identity()));
    }
}
