package app.regulars.storefront;

import app.regulars.catalog.Viewer;
import app.regulars.platform.identity.CustomerId;
import java.io.Serializable;

/**
 * Whom a page of the shop is made for.
 *
 * @param customer she, or the company she orders for; null for a visitor
 * @param viewer   which products she sees
 */
public record Shopper(CustomerId customer, Viewer viewer) implements Serializable {

    /** What is kept for everybody is made for nobody in particular. */
    public static final Shopper ANYBODY = new Shopper(null, Viewer.EVERYONE);

    /** Whether she gets the very page that everybody gets. */
    boolean isAnybody() {
        return viewer.isEveryone();
    }
}
