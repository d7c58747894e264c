package app.regulars.shipping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A parcel and how far it is.
 *
 * @param carrier        null before it is on its way, and when it is picked up
 * @param trackingNumber null without one
 * @param link           where the carrier shows it, or null
 * @param events         the latest first
 */
public record Parcel(String option, String carrier, String trackingNumber, String link, LocalDate promised, Instant packedAt, Instant shippedAt,
                     Instant deliveredAt, List<Event> events) {

    /** @param code "packed", "shipped", "underway", "delivered"; named by the text shipping.event.{code} */
    public record Event(Instant at, String code, String place) {
    }
}
