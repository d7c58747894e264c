package app.regulars.ordering;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** That an order is kept from being packed, in its own columns. */
@Embeddable
record Held(String holdReason, StaffId heldBy, Instant heldAt, LocalDate heldUntil) {

    private static final int LONGEST = 500;

    static Held of(String reason, LocalDate until, LocalDate today, StaffId by, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("ordering.hold.reason.missing", "hold-reason", Map.of());
        }
        if (until != null && until.isBefore(today)) {
            throw new Refused("ordering.hold.until.past", "hold-until", Map.of());
        }
        return new Held(bounded(reason, LONGEST, "hold-reason"), by, at, until);
    }

    /** Null once the last day is over. */
    OrderHold on(LocalDate today) {
        return heldUntil != null && heldUntil.isBefore(today) ? null : new OrderHold(holdReason, heldBy, heldAt, heldUntil);
    }

    static String bounded(String text, int longest, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            throw new Refused("ordering.text.long", field, Map.of("most", longest));
        }
        return text.strip();
    }

    @Override
    public String toString() {
        return "held";
    }
}
