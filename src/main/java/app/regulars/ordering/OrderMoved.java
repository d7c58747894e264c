package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** Something on the pages of an order is not as it was: a shipment, a line, the address, a date. */
public record OrderMoved(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
