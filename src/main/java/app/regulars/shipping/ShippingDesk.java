package app.regulars.shipping;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to parcels on their way. */
@Service
@RolesAllowed(Permissions.ORDERS_SHIP)
@Transactional
public class ShippingDesk {

    private static final int LONGEST_PLACE = 200;

    private final ShipmentRepository shipments;
    private final DeliveryOptions delivery;
    private final ShippingRates rates;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    ShippingDesk(ShipmentRepository shipments, DeliveryOptions delivery, ShippingRates rates, Labels labels, AuditTrail audit, Clock clock) {
        this.shipments = shipments;
        this.delivery = delivery;
        this.rates = rates;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    @RolesAllowed({Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP})
    public List<String> carriers() {
        return Stream.concat(Carriers.known().stream(), delivery.all().stream().map(DeliveryOption::carrier).filter(Objects::nonNull)).distinct().toList();
    }

    /** The codes of the ways that are switched on. */
    @RolesAllowed({Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP})
    @Transactional(readOnly = true)
    public List<String> ways() {
        return delivery.all().stream().filter(DeliveryOption::on).map(DeliveryOption::code).toList();
    }

    /** Whom parcels of that way are usually given to; null where the customer fetches them. */
    @RolesAllowed({Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP})
    @Transactional(readOnly = true)
    public String usualCarrier(String option) {
        return rates.usualCarrier(option);
    }

    /** Whether labels can be bought here. */
    @RolesAllowed({Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP})
    public boolean labelsOn() {
        return labels.isOn();
    }

    /** How it stands with the labels of a reference’s shipments. */
    @RolesAllowed({Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP})
    @Transactional(readOnly = true)
    public List<LabelStand> labels(UUID reference) {
        return labels.of(reference);
    }

    /** Adds where the parcel was seen. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void seen(ShipmentId id, String place, StaffId by) {
        if (place == null || place.isBlank()) {
            throw new Refused("shipping.place.missing", "place", Map.of());
        }
        if (place.length() > LONGEST_PLACE) {
            throw new Refused("shipping.text.long", "place", Map.of("most", LONGEST_PLACE));
        }
        var shipment = shipments.findById(id.value()).orElseThrow(NotFound::new);
        shipment.track("underway", place.strip(), clock.instant());
        audit.changed(by, "shipment.seen", "order", shipment.reference(), Change.of(null).to(Change.fields("place", place.strip())));
    }
}
