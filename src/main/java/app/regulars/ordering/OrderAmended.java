package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order comes to something else than before: goods were called off or came to it, or it goes elsewhere. Not published when the whole
 * order is canceled.
 *
 * @param change names this change, so that money is given back or asked for once
 * @param lines  those whose pieces changed
 */
public record OrderAmended(OrderId order, OrderNumber number, CustomerId customer, UUID change, OrderAmounts before, OrderAmounts after, List<Line> lines, Instant at) {

    /**
     * A line that changed.
     *
     * @param position in the order, from 0
     * @param pieces   more, or less where negative
     * @param net      what it costs more after discounts and before taxes, or less where negative
     */
    public record Line(int position, String sku, int pieces, Money net) {
    }

    /** What is to be paid more, or given back where negative. */
    public Money difference() {
        return after.total().minus(before.total());
    }
}
