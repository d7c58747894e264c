package app.regulars.ordering;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.Shipments;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of those who pack: an order leaves as a whole or in parts. Every step is taken once, and stands in the history. */
@Service
@RolesAllowed(Permissions.ORDERS_SHIP)
@Transactional
public class PackingDesk {

    private final Fulfillment fulfillment;
    private final Shipments shipments;
    private final OrderRepository orders;
    private final AuditTrail audit;
    private final Clock clock;

    PackingDesk(Fulfillment fulfillment, Shipments shipments, OrderRepository orders, AuditTrail audit, Clock clock) {
        this.fulfillment = fulfillment;
        this.shipments = shipments;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Packs some of it as a shipment of its own.
     *
     * @param pieces by the line's position; empty for everything that is open
     * @throws app.regulars.platform.Refused when it is held or not paid, and beside "pack-{position}" when there is not as much left
     */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public ShipmentId pack(OrderNumber number, Map<Integer, Integer> pieces, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        var shipment = fulfillment.pack(order, pieces, Fulfillment.By.staff(by), clock.instant());
        written(order, by, "order.packed", before);
        return shipment;
    }

    /** What was packed goes back to the shelf, as long as it is here. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void unpack(OrderNumber number, ShipmentId shipment, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        if (fulfillment.unpack(order, shipment, Fulfillment.By.staff(by), clock.instant())) {
            written(order, by, "order.unpacked", before);
        }
    }

    /**
     * Hands a shipment over; the customer gets one message.
     *
     * @param carrier     null only for a pick-up, which is ready then
     * @param numbers     of its parcels, apart by commas or lines
     * @param weightGrams null where nobody weighed it
     * @throws app.regulars.platform.Refused beside "carrier" or "trackingNumber"
     */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void dispatch(OrderNumber number, ShipmentId shipment, String carrier, String numbers, Integer weightGrams, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        if (fulfillment.dispatch(order, shipment, carrier == null || carrier.isBlank() ? null : carrier.strip(), numbers(numbers), weightGrams, Fulfillment.By.staff(by),
                clock.instant())) {
            audit.changed(by, "order.shipped", "order", order.id().value(), Change.of(order.number().value()).about(order.customer())
                    .from(Change.fields("status", before)).to(Change.fields("status", order.status(), "carrier", carrier, "trackingNumber", numbers)));
        }
    }

    /**
     * Wants a label for a packed shipment; what it costs and its number are there as soon as the carrier’s service has answered.
     *
     * @param weightGrams null for what its goods weigh
     */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void label(OrderNumber number, ShipmentId shipment, String carrier, Integer weightGrams, StaffId by) {
        var order = fulfillment.locked(number);
        var parcel = fulfillment.parcels(order).stream().filter(each -> each.id().equals(shipment)).findFirst().orElseThrow(NotFound::new);
        var goods = parcel.parts().stream().mapToInt(part -> part.quantity() * order.lines().get(part.line()).weightGrams()).sum();
        shipments.label(order.id().value(), shipment, carrier, weightGrams == null ? Math.max(1, goods) : weightGrams, by);
        audit.changed(by, "order.label", "order", order.id().value(), Change.of(order.number().value()).about(order.customer()).to(Change.fields("carrier", carrier)));
    }

    /** As {@link #label}, as it was wanted before. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void labelAgain(OrderNumber number, ShipmentId shipment, StaffId by) {
        var order = fulfillment.locked(number);
        shipments.labelAgain(order.id().value(), shipment, by);
        audit.changed(by, "order.label", "order", order.id().value(), Change.of(order.number().value()).about(order.customer()));
    }

    /** Gives a bought label back, as long as the parcel is here. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void giveLabelBack(OrderNumber number, ShipmentId shipment, StaffId by) {
        var order = fulfillment.locked(number);
        if (shipments.giveLabelBack(order.id().value(), shipment)) {
            audit.changed(by, "order.label-back", "order", order.id().value(), Change.of(order.number().value()).about(order.customer()));
        }
    }

    /** Labels that are wanted and not there, the oldest first. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    @Transactional(readOnly = true)
    public List<WaitingLabel> waitingLabels(int most) {
        return shipments.waitingLabels(most).stream().flatMap(stand -> orders.findById(stand.reference()).map(order -> new WaitingLabel(order.number(), stand)).stream()).toList();
    }

    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void deliver(OrderNumber number, ShipmentId shipment, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        if (fulfillment.deliver(order, shipment, Fulfillment.By.staff(by), clock.instant())) {
            written(order, by, "order.delivered", before);
        }
    }

    private void written(Order order, StaffId by, String action, OrderStatus before) {
        audit.changed(by, action, "order", order.id().value(), Change.of(order.number().value()).about(order.customer()).of("status", before, order.status()));
    }

    static List<String> numbers(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.split("[,;\\n\\r]+")).map(String::strip).filter(number -> !number.isEmpty()).distinct().toList();
    }
}
