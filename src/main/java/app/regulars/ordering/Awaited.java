package app.regulars.ordering;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** How long goods are kept for an order that is not paid yet, in its own columns. */
@Embeddable
record Awaited(Instant payUntil, Instant payRemindedAt) {

    static Awaited until(Instant end) {
        return new Awaited(end, null);
    }

    @Override
    public String toString() {
        return "awaited";
    }
}
