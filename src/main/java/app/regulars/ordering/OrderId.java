package app.regulars.ordering;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies an order. */
public record OrderId(UUID value) implements Serializable {

    public OrderId {
        Objects.requireNonNull(value);
    }

    public static OrderId next() {
        return new OrderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
