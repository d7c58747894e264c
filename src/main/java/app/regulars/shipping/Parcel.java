package app.regulars.shipping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A shipment and how far it is: what left, or will leave, together.
 *
 * @param number         1 for the first shipment of a reference
 * @param parts          the goods in it
 * @param carrier        null before it is on its way, and when it is picked up
 * @param trackingNumber of its first parcel; null without one
 * @param link           where the carrier shows it, or null
 * @param boxes          its parcels, where they are known
 * @param label          where the bought label can be printed, or null
 * @param events         the latest first
 */
public record Parcel(ShipmentId id, int number, List<ShipmentPart> parts, String option, String carrier, String trackingNumber, String link, List<Box> boxes,
                     String label, LocalDate promised, Instant packedAt, Instant shippedAt, Instant deliveredAt, List<Event> events) {

    /** One parcel of the shipment. @param weightGrams null where nobody weighed it */
    public record Box(String trackingNumber, String link, Integer weightGrams) {
    }

    /** @param code "packed", "shipped", "underway", "out", "delivered", "trouble", "returned"; named by the text shipping.event.{code} */
    public record Event(Instant at, String code, String place) {
    }

    /** How far a shipment is. */
    public enum State {
        PACKED, SHIPPED, DELIVERED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        return deliveredAt != null ? State.DELIVERED : shippedAt != null ? State.SHIPPED : State.PACKED;
    }

    public int pieces() {
        return parts.stream().mapToInt(ShipmentPart::quantity).sum();
    }

    /** Whether the last that was heard of it is that something went wrong on the way. */
    public boolean inTrouble() {
        return deliveredAt == null && !events.isEmpty() && ("trouble".equals(events.getFirst().code()) || "returned".equals(events.getFirst().code()));
    }

    @Override
    public String toString() {
        return "shipment " + number;
    }
}
