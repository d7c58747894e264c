package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * An order as another system recorded it.
 *
 * @param credit  goods given back: quantities are negative
 * @param taxes   in all, or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param shipTo  the recipient's name, or null
 */
public record ImportedOrder(OrderNumber number, CustomerId customer, String customerName, Instant placedAt, String currency, boolean credit, List<Line> lines,
                            Money shipping, Money taxes, String country, String shipTo, String note) {

    /** @param variant null where it is not known; @param each may be negative or zero, as it was recorded */
    public record Line(String sku, String name, VariantId variant, int quantity, Money each) {
    }

    @Override
    public String toString() {
        return "imported order " + number;
    }
}
