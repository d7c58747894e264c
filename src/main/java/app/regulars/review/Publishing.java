package app.regulars.review;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps a review, counts it in or out of its product's summary, and tells what everybody sees. */
@Component
class Publishing {

    private final ReviewRepository reviews;
    private final ReviewSummaries summaries;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    Publishing(ReviewRepository reviews, ReviewSummaries summaries, Catalog catalog, ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.summaries = summaries;
        this.catalog = catalog;
        this.events = events;
    }

    /** Does something to a review and counts what came of it. */
    <T> T change(Review review, Supplier<T> deed) {
        var before = stars(review);
        var done = deed.get();
        reviews.saveAndFlush(review);
        count(review.product(), before, stars(review));
        return done;
    }

    /** One that was not there before. */
    void add(Review review) {
        reviews.saveAndFlush(review);
        count(review.product(), 0, stars(review));
    }

    void remove(Review review) {
        reviews.delete(review);
        count(review.product(), stars(review), 0);
    }

    /** The reviews of a product read otherwise, though none came or went. */
    void changed(ProductId product) {
        events.publishEvent(new ReviewChanged(product, catalog.handles(List.of(product)).get(product)));
    }

    private void count(ProductId product, int before, int after) {
        if (before != after && before > 0) {
            summaries.count(product, before, -1);
        }
        if (before != after && after > 0) {
            summaries.count(product, after, 1);
        }
        if (before > 0 || after > 0) {
            changed(product);
        }
    }

    /** What it counts with: 0 while nobody sees it. */
    private static int stars(Review review) {
        return review.isPublished() ? review.stars() : 0;
    }
}
