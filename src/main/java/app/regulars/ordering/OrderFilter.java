package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;

/**
 * Which orders staff want to see.
 *
 * @param status   null for all
 * @param text     part of a number, name, e-mail, town or reference; empty for all
 * @param customer null for all
 */
public record OrderFilter(OrderStatus status, String text, CustomerId customer) {

    public static final OrderFilter ALL = new OrderFilter(null, "", null);
}
