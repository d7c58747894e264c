package app.regulars.review;

import java.util.List;

/**
 * A page of a product's reviews.
 *
 * @param total  how many there are with these stars
 * @param stars  only those with so many; 0 for all
 */
public record ReviewPage(ReviewSummary summary, List<ShownReview> reviews, int total, int page, int pages, int stars, ReviewOrder order) {

    /** Reviews on a page. */
    public static final int SIZE = 6;

    static ReviewPage empty(int stars, ReviewOrder order) {
        return new ReviewPage(ReviewSummary.NONE, List.of(), 0, 1, 1, stars, order);
    }
}
