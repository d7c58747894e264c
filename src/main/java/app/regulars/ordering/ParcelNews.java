package app.regulars.ordering;

import app.regulars.shipping.ParcelSeen;
import app.regulars.shipping.Shipments;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What carriers say moves the order: a parcel that was scanned has left, one that was handed over has arrived. Again changes nothing. */
@Component
class ParcelNews {

    private static final Set<String> LEFT = Set.of("underway", "out", "delivered", "trouble", "returned");

    private final Fulfillment fulfillment;
    private final Shipments shipments;
    private final Clock clock;

    ParcelNews(Fulfillment fulfillment, Shipments shipments, Clock clock) {
        this.fulfillment = fulfillment;
        this.shipments = shipments;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ParcelSeen seen) {
        var found = fulfillment.locked(seen.reference());
        if (found.isEmpty()) {
            return;
        }
        var order = found.get();
        var parcel = shipments.of(seen.reference()).stream().filter(each -> each.id().equals(seen.shipment())).findFirst();
        if (parcel.isEmpty() || order.status() == OrderStatus.CANCELED) {
            return;
        }
        if (parcel.get().shippedAt() == null && parcel.get().carrier() != null && LEFT.contains(seen.code())) {
            var numbers = parcel.get().boxes().stream().map(box -> box.trackingNumber()).filter(each -> each != null).toList();
            fulfillment.dispatch(order, seen.shipment(), parcel.get().carrier(), numbers.isEmpty() ? List.of() : numbers, null, Fulfillment.By.CARRIER, seen.at());
        }
        if ("delivered".equals(seen.code()) && shipments.of(seen.reference()).stream().anyMatch(each -> each.id().equals(seen.shipment()) && each.shippedAt() != null)) {
            fulfillment.deliver(order, seen.shipment(), Fulfillment.By.CARRIER, seen.at());
        } else {
            fulfillment.moved(order, clock.instant());
        }
    }
}
