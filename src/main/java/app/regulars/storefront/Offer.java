package app.regulars.storefront;

import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.PlainStep;
import app.regulars.pricing.Price;
import app.regulars.pricing.PriceWords;
import java.io.Serializable;
import java.util.List;

/**
 * What a variant costs and whether it is there.
 *
 * @param each      null when it has no price: then it cannot be bought
 * @param available pieces that can be promised now, never below zero
 * @param breaks    from which quantity on it costs less
 * @param plain     how the price came about, in plain words; empty where it is the list price
 */
public record Offer(VariantId variant, Money each, Money list, int available, boolean backorderable, List<Price.Break> breaks, List<PlainStep> plain)
        implements Serializable {

    static Offer of(VariantId variant, Price price, int available, boolean backorderable) {
        return price == null ? new Offer(variant, null, null, available, backorderable, List.of(), List.of())
                : new Offer(variant, price.each(), price.list(), available, backorderable, List.copyOf(price.breaks()), PriceWords.plain(price.why()));
    }

    /** The same at another price. */
    Offer at(Price price) {
        return of(variant, price, available, backorderable);
    }

    /** What so many pieces cost. */
    public Money total(int quantity) {
        return at(quantity).times(quantity).rounded();
    }

    /** What one piece costs of so many. */
    public Money at(int quantity) {
        var here = each;
        for (var step : breaks) {
            if (quantity >= step.from()) {
                here = step.each();
            }
        }
        return here;
    }

    /** From so many pieces down, the number itself is shown. */
    static final int FEW = 5;

    public boolean canBeBought() {
        return each != null && (available > 0 || backorderable);
    }

    public boolean isReduced() {
        return each != null && each.compareTo(list) < 0;
    }

    /** The class of the stock's shape: none, "low" or "out". */
    public String stockClass() {
        return available <= 0 ? "out" : available <= FEW ? "low" : "";
    }

    /** A text key; takes the value "count". */
    public String stockText() {
        return available > FEW ? "storefront.stock.in" : available > 0 ? "storefront.stock.few"
                : backorderable ? "storefront.stock.backorder" : "storefront.stock.out";
    }

    /** What the unit costs by which it is compared, such as 100 g; null where there is nothing to compare by. */
    public Money perUnit(ProductForm.Unit unit) {
        if (each == null || unit == null || unit.quantity() == null || unit.quantity().signum() <= 0 || unit.per() == null
                || unit.quantity().compareTo(unit.per()) == 0) {
            return null;
        }
        return each.times(unit.per().divide(unit.quantity(), java.math.MathContext.DECIMAL64));
    }
}
