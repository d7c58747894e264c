package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a cart costs, to the cent: total = goods + shipping + the taxes.
 *
 * @param goods the sum of the lines, without tax
 */
public record PricedCart(List<Line> lines, Money goods, Money shipping, List<Tax> taxes, Money total) {

    /** A line; total = each times quantity, rounded. */
    public record Line(VariantId variant, int quantity, Money each, Money list, Money total, String taxClass) {
    }

    /**
     * One tax of the destination.
     *
     * @param code "GST", "HST", "PST" or "QST"
     * @param rate as a fraction, 0.15 for 15 %
     */
    public record Tax(String code, BigDecimal rate, Money amount) {
    }
}
