package app.regulars.console;

import app.regulars.ordering.OrderSummary;

/** An order on the first page, with the name of who ordered. */
public record NewestOrder(OrderSummary order, String customer) {
}
