package app.regulars.review;

import app.regulars.catalog.ProductId;

/** What everybody sees of a product's reviews has changed. @param handle of the product, or null where it is gone */
public record ReviewChanged(ProductId product, String handle) {
}
