package app.regulars.shipping;

import app.regulars.platform.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: one parcel a reference. Every step is taken once, however often it is asked for. */
@Service
@Transactional
public class Shipments {

    private final ShipmentRepository shipments;
    private final Clock clock;

    Shipments(ShipmentRepository shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    public void request(UUID reference, String option, LocalDate promisedOn) {
        if (shipments.findByReference(reference).isEmpty()) {
            shipments.save(new Shipment(reference, option, promisedOn, clock.instant()));
        }
    }

    public void pack(UUID reference) {
        shipment(reference).pack(clock.instant());
    }

    /**
     * @param carrier        null only for a pick-up
     * @param trackingNumber required of carriers that follow parcels
     * @throws app.regulars.platform.Refused beside "carrier" or "trackingNumber"
     */
    public void dispatch(UUID reference, String carrier, String trackingNumber) {
        shipment(reference).dispatch(carrier, trackingNumber, clock.instant());
    }

    public void deliver(UUID reference) {
        shipment(reference).deliver(clock.instant());
    }

    public void cancel(UUID reference) {
        shipments.findByReference(reference).ifPresent(shipment -> shipment.cancel(clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<Parcel> of(UUID reference) {
        return shipments.findByReference(reference).map(Shipment::parcel);
    }

    private Shipment shipment(UUID reference) {
        return shipments.findByReference(reference).orElseThrow(NotFound::new);
    }
}
