package app.regulars.returning;

import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;

/**
 * What becomes of a return is decided.
 *
 * @param line    the line of the order, the first is 0
 * @param pieces  so many of it came back or are replaced
 * @param amount  what is given back, with tax; zero for an exchange or nothing
 */
public record ReturnSettled(ReturnId id, ReturnNumber number, OrderId order, OrderNumber orderNumber, int line, int pieces, CustomerId customer, Outcome outcome,
                            Money amount, Instant at) {
}
