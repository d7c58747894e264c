package app.regulars.forum;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a post of the forum. */
public record PostId(UUID value) implements Serializable {

    public PostId {
        Objects.requireNonNull(value);
    }

    public static PostId next() {
        return new PostId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
