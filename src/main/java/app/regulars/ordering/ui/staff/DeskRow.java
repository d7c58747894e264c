package app.regulars.ordering.ui.staff;

import java.util.List;

import app.regulars.ordering.OrderFace;
import app.regulars.ordering.OrderMarks;
import app.regulars.ordering.OrderSummary;

/**
 * An order in the list.
 *
 * @param customer how the customer is called; empty where the record is gone
 * @param fresh    whether it came in while somebody looked
 */
public record DeskRow(OrderSummary order, String customer, List<OrderFace> faces, String address, boolean current, boolean fresh, OrderMarks marks) {
}
