package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The goods of an order are packed. */
public record OrderPacked(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
