package app.regulars.ordering;

import app.regulars.shipping.LabelStand;

/** A label that is not there yet, and the order it is for. */
public record WaitingLabel(OrderNumber order, LabelStand stand) {
}
