package app.regulars.gap;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/**
 * One time that something was asked for in vain.
 *
 * @param ref      of the record at its source
 * @param words    what was asked
 * @param product  the handle of the product it was about, or null
 * @param customer who asked, where that is known
 * @param weight   1 for a stranger, more for who buys more
 */
public record GapItem(GapSource source, String ref, String words, String language, String product, CustomerId customer, double weight, Instant at) {

    String key() {
        return source + "/" + ref;
    }

    @Override
    public String toString() {
        return key();
    }
}
