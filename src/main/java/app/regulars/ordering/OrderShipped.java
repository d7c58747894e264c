package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The parcel of an order is on its way, or ready to be picked up. */
public record OrderShipped(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
