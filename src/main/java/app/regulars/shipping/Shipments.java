package app.regulars.shipping;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plain entrance for other modules: the shipments of a reference. Every step is taken once, however often it is asked for; whoever
 * owns the reference locks it first, so that two of its shipments never take the same number.
 */
@Service
@Transactional
public class Shipments {

    private final ShipmentRepository shipments;
    private final Labels labels;
    private final Clock clock;

    Shipments(ShipmentRepository shipments, Labels labels, Clock clock) {
        this.shipments = shipments;
        this.labels = labels;
        this.clock = clock;
    }

    /** Nobody else changes the shipments of the reference until this transaction ends. */
    public void lock(UUID reference) {
        shipments.lock(reference);
    }

    /** Packs goods as one more shipment. */
    public ShipmentId pack(UUID reference, String option, LocalDate promisedOn, List<ShipmentPart> parts) {
        var number = shipments.findByReferenceOrderByNumber(reference).stream().mapToInt(each -> each.parcel().number()).max().orElse(0) + 1;
        return new ShipmentId(shipments.save(new Shipment(reference, number, option, promisedOn, parts, clock.instant())).id());
    }

    /** What was packed is taken apart again, as long as it is here. @return whether there was anything to take apart */
    public boolean unpack(UUID reference, ShipmentId id) {
        var shipment = of(reference, id);
        if (!shipment.isHere()) {
            return false;
        }
        shipments.delete(shipment);
        labels.giveBack(id);
        return true;
    }

    /**
     * @param carrier         null only for a pick-up
     * @param trackingNumbers one a parcel; required of carriers that follow parcels
     * @param weightGrams     of the first parcel; null where nobody weighed it
     * @return whether this was news
     * @throws app.regulars.platform.Refused beside "carrier" or "trackingNumber"
     */
    public boolean dispatch(UUID reference, ShipmentId id, String carrier, List<String> trackingNumbers, Integer weightGrams, Instant at) {
        return of(reference, id).dispatch(carrier, trackingNumbers, weightGrams, at);
    }

    /**
     * Wants a label for a shipment that is still here; it is bought beside, and asked for again while the service is down.
     *
     * @param grams what it weighs
     * @throws Refused when it has left, is fetched by the customer, or labels are not set up
     */
    public void label(UUID reference, ShipmentId id, String carrier, int grams, StaffId by) {
        var shipment = of(reference, id);
        if (!labels.isOn() || carrier == null || carrier.isBlank() || DeliveryOption.PICKUP.equals(shipment.parcel().option())) {
            throw new Refused("shipping.label.off");
        }
        if (!shipment.isHere()) {
            throw new Refused("shipping.label.late");
        }
        // the one before is not back yet: it is asked for first
        if (!labels.giveBackAgain(reference, id)) {
            labels.want(reference, id, carrier, grams, by);
        }
    }

    /**
     * Gives back the bought label of a shipment that is still here; the parcel stays packed, and another label can be bought once this one is back.
     *
     * @return whether one was bought
     * @throws Refused when the shipment has left
     */
    public boolean giveLabelBack(UUID reference, ShipmentId id) {
        var shipment = of(reference, id);
        if (!shipment.isHere()) {
            throw new Refused("shipping.label.late");
        }
        if (!labels.giveBackBought(id)) {
            return false;
        }
        shipment.unlabeled();
        return true;
    }

    /** @return whether this was news */
    public boolean deliver(UUID reference, ShipmentId id, Instant at) {
        return of(reference, id).deliver(at);
    }

    /** The first one first. */
    @Transactional(readOnly = true)
    public List<Parcel> of(UUID reference) {
        return shipments.findByReferenceOrderByNumber(reference).stream().map(Shipment::parcel).toList();
    }

    /** As it was wanted before; nothing where none was. */
    public void labelAgain(UUID reference, ShipmentId id, StaffId by) {
        if (!labels.giveBackAgain(reference, id)) {
            of(reference, id);
            labels.again(reference, id, by);
        }
    }

    /** Labels that are wanted and not there, the oldest first. */
    @Transactional(readOnly = true)
    public List<LabelStand> waitingLabels(int most) {
        return labels.open(most);
    }

    private Shipment of(UUID reference, ShipmentId id) {
        return shipments.findById(id.value()).filter(shipment -> shipment.reference().equals(reference)).orElseThrow(NotFound::new);
    }
}
