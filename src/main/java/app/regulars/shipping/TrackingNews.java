package app.regulars.shipping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrackingNews(ShipmentRepository shipments, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.shipments = shipments;
        this.transaction = transaction;
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
    public Result take(String trackingNumber, String status, String place, Instant at) {
        var code = CODES.contains(status) ? status : WORDS.get(status);
        if (code == null) {
            return Result.UNKNOWN_WORD;
        }
        var now = clock.instant();
        var when = at == null ? now : at;
        // looked up before the transaction: what is read in it after the lock is what others have written until then
        var known = trackingNumber == null || trackingNumber.isBlank() || trackingNumber.length() > 80 || when.isAfter(now.plus(AHEAD)) ? Optional.<UUID>empty()
                : shipments.findByTrackingNumber(trackingNumber.strip());
        return known.map(id -> transaction.execute(begun -> keep(id, code, place, when))).orElse(Result.UNKNOWN_NUMBER);
    }

    private Result keep(UUID id, String code, String place, Instant when) {
        var found = shipments.lockOne(id).orElse(null);
        if (found == null) {
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
