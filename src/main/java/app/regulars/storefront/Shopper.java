package app.regulars.storefront;

import app.regulars.arranging.ListStyle;
import app.regulars.catalog.Viewer;
import app.regulars.platform.identity.CustomerId;
import java.io.Serializable;

/**
 * Whom a page of the shop is made for.
 *
 * @param customer she, or the company she orders for; null for a visitor
 * @param viewer   which products she sees
 * @param chosen   how she wants lists, or null where she never said
 */
public record Shopper(CustomerId customer, Viewer viewer, ListStyle chosen) implements Serializable {

    /** What is kept for everybody is made for nobody in particular. */
    public static final Shopper ANYBODY = new Shopper(null, Viewer.EVERYONE);

    public Shopper(CustomerId customer, Viewer viewer) {
        this(customer, viewer, null);
    }
}
