package app.regulars.ordering;

import java.util.List;

/** A part of a list of orders. @param total how many there are in all */
public record OrderPage(List<OrderSummary> orders, long total) {
}
