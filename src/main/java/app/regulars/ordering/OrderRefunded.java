package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;

/** Money for an order went back. @param key makes it one, however often it is told @param reason what staff said, or null */
public record OrderRefunded(OrderId order, OrderNumber number, CustomerId customer, String key, BigDecimal amount, String currency, String reason, Instant at) {
}
