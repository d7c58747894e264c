package app.regulars.storefront;

import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import java.io.Serializable;

/**
 * What a variant costs and whether it is there.
 *
 * @param each      null when it has no price: then it cannot be bought
 * @param available pieces that can be promised now, never below zero
 */
public record Offer(VariantId variant, Money each, Money list, int available, boolean backorderable) implements Serializable {

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
