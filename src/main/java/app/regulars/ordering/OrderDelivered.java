package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The goods have arrived. */
public record OrderDelivered(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
