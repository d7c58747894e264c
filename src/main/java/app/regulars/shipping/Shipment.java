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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Goods of a reference that leave together: packed, on their way, delivered. Each moment is set once. */
@Entity
@Table(name = "shipment")
class Shipment {

    private static final int LONGEST = 80;
    private static final int MOST_PARCELS = 20;
    private static final int MOST_EVENTS = 200;
    private static final String ARRIVED = "delivered";

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID reference;
    private int number;
    private String shippingOption;
    private String carrier;
    private String trackingNumber;
    private String labelUrl;
    private String carrierReference;
    private LocalDate promisedOn;
    private Instant requestedAt;
    private Instant packedAt;
    private Instant shippedAt;
    private Instant deliveredAt;
    private Instant canceledAt;
    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "shipment_line", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<Goods> lines = new ArrayList<>();
    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "shipment_parcel", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<Box> boxes = new ArrayList<>();
    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "shipment_event", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<TrackingEvent> events = new ArrayList<>();

    @Embeddable
    record TrackingEvent(Instant happenedAt, String code, String place) {
    }

    @Embeddable
    record Goods(int line, int quantity) {
    }

    @Embeddable
    record Box(String trackingNumber, Integer weightGrams) {
    }

    protected Shipment() {
    }

    /** Packed now. @param number of the shipments of the reference, from 1 on */
    Shipment(UUID reference, int number, String option, LocalDate promisedOn, List<ShipmentPart> parts, Instant at) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.quantity() <= 0)) {
            throw new IllegalArgumentException("a shipment holds goods");
        }
        this.id = Ids.next();
        this.reference = reference;
        this.number = number;
        this.shippingOption = option;
        this.promisedOn = promisedOn;
        this.requestedAt = at;
        this.packedAt = at;
        parts.forEach(part -> lines.add(new Goods(part.line(), part.quantity())));
        happened(at, "packed", null);
    }

    /**
     * A pick-up has neither carrier nor number; the van may go without a number.
     *
     * @param trackingNumbers one a parcel
     * @return whether this was news
     */
    boolean dispatch(String carrier, List<String> trackingNumbers, Integer weightGrams, Instant at) {
        if (shippedAt != null) {
            return false;
        }
        if (carrier == null && !"pickup".equals(shippingOption)) {
            throw new Refused("shipping.carrier.missing", "carrier", Map.of());
        }
        if (carrier != null && carrier.length() > LONGEST) {
            throw new Refused("shipping.text.long", "carrier", Map.of("most", LONGEST));
        }
        if (trackingNumbers.size() > MOST_PARCELS) {
            throw new Refused("shipping.parcels.many", "trackingNumber", Map.of("most", MOST_PARCELS));
        }
        for (var code : trackingNumbers) {
            if (code.length() > LONGEST) {
                throw new Refused("shipping.text.long", "trackingNumber", Map.of("most", LONGEST));
            }
            if (!code.matches("[A-Za-z0-9][A-Za-z0-9 .-]*")) {
                throw new Refused("shipping.tracking-number.broken", "trackingNumber", Map.of());
            }
        }
        if (trackingNumbers.isEmpty() && Carriers.link(carrier, "x") != null) {
            throw new Refused("shipping.tracking-number.missing", "trackingNumber", Map.of());
        }
        this.carrier = carrier;
        this.trackingNumber = trackingNumbers.isEmpty() ? null : trackingNumbers.getFirst();
        boxes.clear();
        for (var code : trackingNumbers) {
            boxes.add(new Box(code, boxes.isEmpty() ? weightGrams : null));
        }
        if (trackingNumbers.isEmpty() && weightGrams != null) {
            boxes.add(new Box(null, weightGrams));
        }
        this.shippedAt = at;
        happened(at, "shipped", null);
        return true;
    }

    /** A label was bought; the parcel is still here. */
    void labeled(String carrier, String trackingNumber, String url, String atCarrier, Integer weightGrams) {
        if (shippedAt != null) {
            throw new Refused("shipping.label.late");
        }
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.labelUrl = url;
        this.carrierReference = atCarrier;
        boxes.clear();
        boxes.add(new Box(trackingNumber, weightGrams));
    }

    /** Its label is given back; the parcel is still here. */
    void unlabeled() {
        if (shippedAt != null) {
            throw new Refused("shipping.label.late");
        }
        this.trackingNumber = null;
        this.labelUrl = null;
        this.carrierReference = null;
        boxes.clear();
    }

    /** News of the way, in whatever order they come. @return false for what was known already, and for more than anybody reads, unless it says that it has arrived */
    boolean track(String code, String place, Instant at) {
        var event = new TrackingEvent(at, code, place);
        var arrived = ARRIVED.equals(code) && events.stream().noneMatch(known -> ARRIVED.equals(known.code()));
        if (events.size() >= MOST_EVENTS && !arrived || events.stream().anyMatch(known -> known.code().equals(code) && known.happenedAt().equals(at) && Objects.equals(known.place(), place))) {
            return false;
        }
        events.add(event);
        return true;
    }

    /** @return whether this was news */
    boolean deliver(Instant at) {
        if (deliveredAt != null) {
            return false;
        }
        if (shippedAt == null) {
            throw new Refused("shipping.not-shipped");
        }
        deliveredAt = at.isBefore(shippedAt) ? shippedAt : at;
        if (events.stream().noneMatch(event -> event.code().equals(ARRIVED))) {
            happened(deliveredAt, ARRIVED, null);
        }
        return true;
    }

    private void happened(Instant at, String code, String place) {
        events.add(new TrackingEvent(at, code, place));
    }

    UUID id() {
        return id;
    }

    UUID reference() {
        return reference;
    }

    boolean isHere() {
        return shippedAt == null;
    }

    Parcel parcel() {
        var latestFirst = events.stream().sorted(Comparator.comparing(TrackingEvent::happenedAt).reversed())
                .map(event -> new Parcel.Event(event.happenedAt(), event.code(), event.place())).toList();
        return new Parcel(new ShipmentId(id), number, lines.stream().map(goods -> new ShipmentPart(goods.line(), goods.quantity())).toList(), shippingOption, carrier,
                trackingNumber, Carriers.link(carrier, trackingNumber),
                boxes.stream().map(box -> new Parcel.Box(box.trackingNumber(), Carriers.link(carrier, box.trackingNumber()), box.weightGrams())).toList(), labelUrl, promisedOn,
                packedAt, shippedAt, deliveredAt, latestFirst);
    }
}
