package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The time in which an order is to be paid ends soon. */
public record OrderPaymentDue(OrderId order, OrderNumber number, CustomerId customer, Instant until, Instant at) {
}
