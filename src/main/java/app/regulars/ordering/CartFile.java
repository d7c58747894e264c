package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.util.List;
import java.util.UUID;

/**
 * A cart as its page shows it, at the prices of this moment.
 *
 * @param key   makes whatever is ordered from this cart one order; null for an empty cart
 * @param goods the sum of what can be bought, without tax
 */
public record CartFile(UUID key, List<Line> lines, Money goods, int pieces) {

    /**
     * @param each      null when it is not sold any more
     * @param available pieces that can be promised now; null where there is no bound
     */
    public record Line(VariantId variant, String handle, String sku, Localized name, Localized options, String art, String backdrop, int quantity,
                       Money each, Money list, Money total, Integer available) {

        public boolean isSold() {
            return each != null;
        }

        public boolean isShort() {
            return each != null && available != null && available < quantity;
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public boolean isReady() {
        return !isEmpty() && lines.stream().allMatch(line -> line.isSold() && !line.isShort());
    }
}
