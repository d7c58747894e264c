package app.regulars.shipping;

import java.time.Instant;
import java.util.UUID;

/** News of a shipment on its way. @param code as in {@link Parcel.Event} @param at when it happened, not when we heard of it */
public record ParcelSeen(UUID reference, ShipmentId shipment, String code, Instant at) {
}
