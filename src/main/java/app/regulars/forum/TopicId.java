package app.regulars.forum;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a topic of the forum. */
public record TopicId(UUID value) implements Serializable {

    public TopicId {
        Objects.requireNonNull(value);
    }

    public static TopicId next() {
        return new TopicId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
