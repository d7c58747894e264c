package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.Quantities;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order to be placed again, with everything known filled in.
 *
 * @param key   makes it one order however often it is confirmed
 * @param lines first what has changed since then, then the others
 * @param form  as the last time, with the address in use today and the purchase reference counted on
 */
public record ReorderForm(UUID key, OrderNumber from, Instant orderedAt, List<Line> lines, CheckoutForm form) {

    /** What has become of a line since then. */
    public enum Change {
        GONE, REPLACED, SHORT, DEARER, CHEAPER, NONE
    }

    /**
     * @param variant   null where it was never known
     * @param quantity  what can be ordered now: that of then, or what is left of it; 0 when it is gone
     * @param then      the price of one piece then
     * @param now       the price of one piece now, or null when it is gone
     * @param replaced  what it takes the place of, which is gone; none of it is filled in. Else null
     * @param available pieces that can be promised, or null where there is no bound
     */
    public record Line(VariantId variant, String sku, String handle, Localized name, Localized options, String art, String backdrop, int quantity, int before,
                       Money then, Money now, Integer available, Change change, Configuration configuration, Quantities quantities, Localized replaced) {

        /** Whether one piece costs something else now; what is short may be dearer as well. */
        public boolean isRepriced() {
            return replaced == null && now != null && (!now.currency().equals(then.currency()) || now.compareTo(then) != 0);
        }

        /** Names the line on its page; empty for what cannot be ordered again. */
        public String key() {
            return variant == null ? "" : configuration.isEmpty() ? variant.toString() : variant + "-" + Integer.toHexString(configuration.text().hashCode());
        }
    }

    public boolean hasChanges() {
        return lines.stream().anyMatch(line -> line.change() != Change.NONE);
    }
}
