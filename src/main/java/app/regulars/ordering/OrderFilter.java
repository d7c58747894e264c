package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;

/**
 * Which orders staff want to see.
 *
 * @param status   null for all
 * @param text     part of a number, name, e-mail, town or reference; empty for all
 * @param customer null for all
 * @param channel  where they came in, or empty for all
 * @param held     only those that are on hold
 * @param late     only those that are not with their customer although they should be
 * @param agent    the code of who sold it, or empty for all
 */
public record OrderFilter(OrderStatus status, String text, CustomerId customer, String channel, boolean held, boolean late, String agent) {

    public static final OrderFilter ALL = new OrderFilter(null, "", null);

    /** Whoever sold it. */
    public OrderFilter(OrderStatus status, String text, CustomerId customer, String channel, boolean held, boolean late) {
        this(status, text, customer, channel, held, late, "");
    }

    public OrderFilter(OrderStatus status, String text, CustomerId customer) {
        this(status, text, customer, "", false, false);
    }
}
