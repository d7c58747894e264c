package app.regulars.review;

/** Staff have decided about a review, or answered it. @param what "published", "refused" or "replied" */
public record ReviewDecided(ReviewId review, String what) {
}
