package app.regulars.ordering;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where an order stands; always follows from what happened to it, never set by hand. The one table of what may follow what is
 * {@link #next()}.
 */
public enum OrderStatus {

    /** The goods are held for a while; nothing is packed before the money is there. */
    AWAITING_PAYMENT,
    PLACED,
    /** Everything is packed and nothing has left. */
    PACKED,
    /** Some of it has left, the rest is open. */
    PARTLY_SHIPPED,
    /** Everything has left, or stands at the counter. */
    SHIPPED,
    DELIVERED,
    CANCELED;

    /** What an order may become from here in one step. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> EnumSet.of(PLACED, CANCELED);
            case PLACED -> EnumSet.of(PACKED, PARTLY_SHIPPED, SHIPPED, CANCELED);
            // what was packed can be taken apart, or something comes to it
            case PACKED -> EnumSet.of(PLACED, PARTLY_SHIPPED, SHIPPED, CANCELED);
            // the rest leaves, or is called off: then what left is all there is
            case PARTLY_SHIPPED -> EnumSet.of(SHIPPED, DELIVERED);
            case SHIPPED -> EnumSet.of(DELIVERED);
            case DELIVERED, CANCELED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether goods of it may still have to leave. */
    public boolean isOpen() {
        return this == PLACED || this == PACKED || this == PARTLY_SHIPPED;
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /** As it stands in addresses and text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where an order stands of which so many pieces are packed, have left, and arrived. @param pieces that are to be sent in all */
    static OrderStatus of(int pieces, int packed, int shipped, int delivered) {
        if (shipped > 0) {
            return shipped < pieces ? PARTLY_SHIPPED : delivered < pieces ? SHIPPED : DELIVERED;
        }
        return packed > 0 && packed >= pieces ? PACKED : PLACED;
    }
}
