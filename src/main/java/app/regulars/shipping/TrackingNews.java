package app.regulars.shipping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what carriers say of parcels: as often as they like, and in any order. The same news twice is kept once; what a shipment is
 * follows from when things happened, not from when they were heard of.
 */
@Service
public class TrackingNews {

    private static final Set<String> CODES = Set.of("underway", "out", "delivered", "trouble", "returned");
    /** The words of EasyPost; what is not named here moves nothing. */
    private static final Map<String, String> WORDS = Map.of("in_transit", "underway", "out_for_delivery", "out", "available_for_pickup", "out", "delivered", "delivered",
            "return_to_sender", "returned", "failure", "trouble", "error", "trouble");
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final int LONGEST_PLACE = 200;

    private final ShipmentRepository shipments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrackingNews(ShipmentRepository shipments, ApplicationEventPublisher events, Clock clock) {
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    /** What became of news. */
    public enum Result {
        KEPT, KNOWN, UNKNOWN_NUMBER, UNKNOWN_WORD
    }

    /**
     * @param status in our words or those of EasyPost
     * @param place  or null
     * @param at     null for now; a day ahead of us at most
     */
    @Transactional
    public Result take(String trackingNumber, String status, String place, Instant at) {
        var code = CODES.contains(status) ? status : WORDS.get(status);
        if (code == null) {
            return Result.UNKNOWN_WORD;
        }
        var now = clock.instant();
        var when = at == null ? now : at;
        var found = trackingNumber == null || trackingNumber.isBlank() || trackingNumber.length() > 80 ? null
                : shipments.findByTrackingNumber(trackingNumber.strip()).flatMap(shipments::lockOne).orElse(null);
        if (found == null || when.isAfter(now.plus(AHEAD))) {
            return Result.UNKNOWN_NUMBER;
        }
        var where = place == null || place.isBlank() ? null : place.strip();
        if (!found.track(code, where != null && where.length() > LONGEST_PLACE ? where.substring(0, LONGEST_PLACE) : where, when)) {
            return Result.KNOWN;
        }
        shipments.save(found);
        events.publishEvent(new ParcelSeen(found.reference(), new ShipmentId(found.id()), code, when));
        return Result.KEPT;
    }
}
