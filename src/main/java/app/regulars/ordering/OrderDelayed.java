package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** The promised day has passed without the goods; the customer hears of it from us first. Once an order. */
public record OrderDelayed(OrderId order, OrderNumber number, CustomerId customer, Instant at) {
}
