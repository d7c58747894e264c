package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.shipping.ShipmentId;
import java.time.Instant;

/**
 * A shipment of an order is on its way, or ready to be picked up.
 *
 * @param shipment one of perhaps several; null in news from before there were several
 * @param complete whether nothing of the order is left here
 */
public record OrderShipped(OrderId order, OrderNumber number, CustomerId customer, ShipmentId shipment, boolean complete, Instant at) {
}
