package app.regulars.reordering;

import app.regulars.catalog.SellableVariant;
import app.regulars.ordering.CartFile;
import java.util.Locale;

/**
 * A line of a list, a reminder or a form as it would go into the cart now.
 *
 * @param line    with what one piece cost before, where that is known
 * @param instead what took its place, where it is gone; or null
 */
public record BasketLine(CartFile.Line line, SellableVariant instead) {

    /** What is to be said of it before it is put into the cart. */
    public enum Flag {
        GONE, REPLACED, EMPTY, SHORT, DEARER, CHEAPER, NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isBad() {
            return ordinal() <= SHORT.ordinal();
        }
    }

    public Flag flag() {
        if (!line.isSold()) {
            return instead == null ? Flag.GONE : Flag.REPLACED;
        }
        if (line.available() != null && line.available() == 0) {
            return Flag.EMPTY;
        }
        return line.isShort() ? Flag.SHORT : line.isDearer() ? Flag.DEARER : line.isRepriced() ? Flag.CHEAPER : Flag.NONE;
    }

    /** Whether some of it can be put into the cart. */
    public boolean canBePut() {
        return line.isSold() && (line.available() == null || line.available() > 0);
    }

    /** As many as wanted, or as are left. */
    public int putting() {
        return !canBePut() ? 0 : line.available() == null ? line.quantity() : Math.min(line.quantity(), line.available());
    }
}
