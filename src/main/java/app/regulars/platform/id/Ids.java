package app.regulars.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers in the application, so that a record has its id before it is stored. */
public final class Ids {

    private Ids() {
    }

    /** A new UUID version 7 (RFC 9562): ordered by creation time, so that it appends to an index. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
