package app.regulars.ordering;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.shipping.ShipmentId;
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
    private final AuditTrail audit;
    private final Clock clock;

    PackingDesk(Fulfillment fulfillment, AuditTrail audit, Clock clock) {
        this.fulfillment = fulfillment;
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
