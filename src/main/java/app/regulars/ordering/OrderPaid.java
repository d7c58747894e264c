package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** All of an order is paid. */
public record OrderPaid(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
