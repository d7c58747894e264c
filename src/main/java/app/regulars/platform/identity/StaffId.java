package app.regulars.platform.identity;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a member of staff, in every module. */
public record StaffId(UUID value) implements Serializable {

    public StaffId {
        Objects.requireNonNull(value);
    }

    public static StaffId next() {
        return new StaffId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
