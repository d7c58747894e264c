package app.regulars.platform.identity;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a customer, a person or a company, in every module. */
public record CustomerId(UUID value) implements Serializable {

    public CustomerId {
        Objects.requireNonNull(value);
    }

    public static CustomerId next() {
        return new CustomerId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
