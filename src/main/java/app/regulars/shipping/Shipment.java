package app.regulars.shipping;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A parcel for a reference: requested, packed, on its way, delivered. Each moment is set once. */
@Entity
@Table(name = "shipment")
class Shipment {

    private static final int LONGEST = 80;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID reference;
    private String shippingOption;
    private String carrier;
    private String trackingNumber;
    private LocalDate promisedOn;
    private Instant requestedAt;
    private Instant packedAt;
    private Instant shippedAt;
    private Instant deliveredAt;
    private Instant canceledAt;
    @ElementCollection
    @CollectionTable(name = "shipment_event", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<TrackingEvent> events = new ArrayList<>();

    @Embeddable
    record TrackingEvent(Instant happenedAt, String code, String place) {
    }

    protected Shipment() {
    }

    Shipment(UUID reference, String option, LocalDate promisedOn, Instant at) {
        this.id = Ids.next();
        this.reference = reference;
        this.shippingOption = option;
        this.promisedOn = promisedOn;
        this.requestedAt = at;
    }

    void pack(Instant at) {
        if (packedAt == null) {
            packedAt = at;
            happened(at, "packed", null);
        }
    }

    /** A pick-up has neither carrier nor number; the van may go without a number. */
    void dispatch(String carrier, String trackingNumber, Instant at) {
        if (shippedAt != null) {
            return;
        }
        if (carrier == null && !"pickup".equals(shippingOption)) {
            throw new Refused("shipping.carrier.missing", "carrier", Map.of());
        }
        if (carrier != null && carrier.length() > LONGEST) {
            throw new Refused("shipping.text.long", "carrier", Map.of("most", LONGEST));
        }
        if (trackingNumber != null && trackingNumber.length() > LONGEST) {
            throw new Refused("shipping.text.long", "trackingNumber", Map.of("most", LONGEST));
        }
        if (trackingNumber == null && Carriers.link(carrier, "x") != null) {
            throw new Refused("shipping.tracking-number.missing", "trackingNumber", Map.of());
        }
        if (trackingNumber != null && !trackingNumber.matches("[A-Za-z0-9][A-Za-z0-9 .-]*")) {
            throw new Refused("shipping.tracking-number.broken", "trackingNumber", Map.of());
        }
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.shippedAt = at;
        happened(at, "shipped", null);
    }

    void track(String code, String place, Instant at) {
        happened(at, code, place);
    }

    void deliver(Instant at) {
        if (deliveredAt == null) {
            deliveredAt = at;
            happened(at, "delivered", null);
        }
    }

    void cancel(Instant at) {
        if (shippedAt == null && canceledAt == null) {
            canceledAt = at;
        }
    }

    private void happened(Instant at, String code, String place) {
        events.add(new TrackingEvent(at, code, place));
    }

    UUID reference() {
        return reference;
    }

    Parcel parcel() {
        var latestFirst = events.stream().sorted(Comparator.comparing(TrackingEvent::happenedAt).reversed())
                .map(event -> new Parcel.Event(event.happenedAt(), event.code(), event.place())).toList();
        return new Parcel(shippingOption, carrier, trackingNumber, Carriers.link(carrier, trackingNumber), promisedOn, packedAt, shippedAt, deliveredAt,
                latestFirst);
    }
}
