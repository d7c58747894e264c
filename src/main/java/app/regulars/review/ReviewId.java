package app.regulars.review;

import app.regulars.platform.id.Ids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies a review. */
public record ReviewId(UUID value) implements Serializable {

    public ReviewId {
        Objects.requireNonNull(value);
    }

    public static ReviewId next() {
        return new ReviewId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
