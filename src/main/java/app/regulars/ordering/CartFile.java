package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.Quantities;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.DiscountSource;
import app.regulars.pricing.PlainStep;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Terms;
import java.util.List;
import java.util.UUID;

/**
 * A cart as its page shows it, at the prices of this moment.
 *
 * @param key   makes whatever is ordered from this cart one order; null for an empty cart
 * @param goods  the sum of what can be bought, before discounts and without tax
 * @param priced what can be bought, without delivery and taxes
 * @param open   vouchers and the like that the owner has and did not use here
 * @param terms  agreed with the owner
 */
public record CartFile(UUID key, List<Line> lines, Money goods, int pieces, PricedCart priced, List<DiscountSource.Offered> open, Terms terms) {

    public static CartFile empty(UUID key, String currency) {
        var nothing = Money.zero(currency);
        return new CartFile(key, List.of(), nothing, 0, new PricedCart(List.of(), nothing, nothing, List.of(), nothing), List.of(), Terms.NONE);
    }

    /**
     * @param each      of one piece at this quantity; null when it is not sold any more
     * @param options   in words, with what the customer said of her piece
     * @param total     before discounts
     * @param discount  what is taken off the line
     * @param plain     how the price came about, in plain words; empty where it is the list price
     * @param available pieces that can be promised now; null where there is no bound
     * @param then      of one piece when it was put in; null where that is not known
     */
    public record Line(VariantId variant, String handle, String sku, Localized name, Localized options, String art, String backdrop, int quantity,
                       Money each, Money list, Money total, Money discount, List<PlainStep> plain, Integer available, Quantities quantities,
                       Configuration configuration, Money then) {

        /** The same, having cost so much before. @param price null where that is not known */
        public Line since(Money price) {
            return new Line(variant, handle, sku, name, options, art, backdrop, quantity, each, list, total, discount, plain, available, quantities, configuration, price);
        }

        /** Whether one piece costs something else than when it was put in. */
        public boolean isRepriced() {
            return isSold() && then != null && then.currency().equals(each.currency()) && then.rounded().compareTo(each.rounded()) != 0;
        }

        public boolean isDearer() {
            return isRepriced() && each.compareTo(then) > 0;
        }

        /** Names the line on its page. */
        public String key() {
            return configuration.isEmpty() ? variant.toString() : variant + "-" + Integer.toHexString(configuration.text().hashCode());
        }

        /** Whether it is not sold in this number. */
        public boolean isOdd() {
            return isSold() && !quantities.allow(quantity);
        }

        /** The next smaller number that is sold; 0 takes the line out. */
        public int fewer() {
            return quantity <= quantities.least() ? 0 : Math.max(quantities.least(), quantity - quantities.step());
        }

        public int more() {
            return quantity < quantities.least() ? quantities.least() : quantity + quantities.step();
        }

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

    /** What goods are short of the agreed minimum; null where there is none or it is reached. */
    public Money missing() {
        var least = terms.minimumOrder();
        return least == null || goods.isAtLeast(least) ? null : least.minus(goods);
    }

    /** Whether something costs more or less, is short or gone since it was put in. */
    public boolean hasChanges() {
        return lines.stream().anyMatch(line -> line.isRepriced() || line.isShort() || !line.isSold());
    }

    public boolean isReady() {
        return !isEmpty() && missing() == null && lines.stream().allMatch(line -> line.isSold() && !line.isShort() && !line.isOdd());
    }
}
