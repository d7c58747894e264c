package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.address.PostalAddress;
import java.util.Map;

/**
 * How an order is to be changed.
 *
 * @param quantities by the line's position, how many pieces it is to have; lines that are not named stay
 * @param added      one more line, at today's price; null for none
 * @param address    null to leave it
 * @param option     the way of delivery; null to leave it
 * @param reason     stands in the history; may be empty
 */
public record OrderChange(Map<Integer, Integer> quantities, Added added, PostalAddress address, String option, String reason) {

    public record Added(VariantId variant, int quantity) {
    }

    public OrderChange {
        quantities = Map.copyOf(quantities);
    }

    /** Only calls pieces off. */
    public static OrderChange quantities(Map<Integer, Integer> quantities, String reason) {
        return new OrderChange(quantities, null, null, null, reason);
    }

    @Override
    public String toString() {
        return "a change of an order";
    }
}
