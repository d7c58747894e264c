package app.regulars.ordering.ui.staff;

import java.time.Instant;

/** Something that happened to an order, with the name of who did it. @param who empty for the customer and the system */
public record DeskMoment(Instant at, String what, String who, String detail) {
}
