package app.regulars.returning;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a return or complaint. */
public record ReturnId(UUID value) implements Serializable {

    public ReturnId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
