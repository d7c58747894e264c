package app.regulars.customer;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names a group of customers. */
public record GroupId(UUID value) implements Serializable {

    public GroupId {
        Objects.requireNonNull(value);
    }

    static GroupId next() {
        return new GroupId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
