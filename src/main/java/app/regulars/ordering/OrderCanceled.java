package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** An order will not be sent; its goods are free again. */
public record OrderCanceled(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
