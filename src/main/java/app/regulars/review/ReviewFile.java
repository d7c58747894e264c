package app.regulars.review;

import app.regulars.catalog.ProductCard;
import app.regulars.customer.CustomerCard;
import java.time.Instant;
import java.util.List;

/**
 * A review as the desk shows it.
 *
 * @param product   what it is about, or null where it is gone
 * @param customer  who wrote it, or null
 * @param published how many reviews of hers are published
 * @param before    what it said before, the latest first
 */
public record ReviewFile(ReviewRow review, ProductCard product, CustomerCard customer, long published, List<Before> before) {

    /** What a review said until it was changed. */
    public record Before(int stars, String title, String text, Instant until) {
    }
}
