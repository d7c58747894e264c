package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;

/** An order as a row. */
public record OrderSummary(OrderId id, OrderNumber number, CustomerId customer, OrderStatus status, Instant placedAt, Money total, int pieces) {
}
