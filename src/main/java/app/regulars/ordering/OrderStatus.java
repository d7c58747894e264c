package app.regulars.ordering;

/** Where an order stands; always follows from what happened to it, never set by hand. */
public enum OrderStatus {
    PLACED, PACKED, SHIPPED, DELIVERED, CANCELED
}
