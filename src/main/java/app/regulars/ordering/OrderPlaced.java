package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** Somebody ordered; the goods are reserved. */
public record OrderPlaced(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
