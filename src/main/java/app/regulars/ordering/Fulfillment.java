package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShipmentId;
import app.regulars.shipping.ShipmentPart;
import app.regulars.shipping.Shipments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Packs, sends and delivers an order in as many shipments as it takes; in the caller's transaction, on an order that is locked. The
 * order, its shipments and the stock change together, so that no page ever shows one without the other.
 */
@Component
class Fulfillment {

    private final OrderRepository orders;
    private final Shipments shipments;
    private final Inventory inventory;
    private final Shop shop;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OrderScope scope;

    Fulfillment(OrderRepository orders, Shipments shipments, Inventory inventory, Shop shop, ApplicationEventPublisher events, Clock clock, OrderScope scope) {
        this.scope = scope;
        this.orders = orders;
        this.shipments = shipments;
        this.inventory = inventory;
        this.shop = shop;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who does it.
     *
     * @param actor "staff" or "carrier"
     */
    record By(String actor, StaffId staff) {

        static final By CARRIER = new By("carrier", null);

        static By staff(StaffId staff) {
            return new By("staff", staff);
        }
    }

    Order locked(OrderNumber number) {
        var order = scope.seen(orders.lock(number.value()).orElseThrow(NotFound::new));
        shipments.lock(order.id().value());
        return order;
    }

    Optional<Order> locked(UUID id) {
        var order = orders.lockById(id);
        shipments.lock(id);
        return order;
    }

    List<Parcel> parcels(Order order) {
        return shipments.of(order.id().value());
    }

    /** By the line's position, how many pieces are in no shipment yet. */
    Map<Integer, Integer> open(Order order, List<Parcel> parcels) {
        var open = new TreeMap<Integer, Integer>();
        for (int i = 0; i < order.lines().size(); i++) {
            open.put(i, order.lines().get(i).quantity());
        }
        parcels.stream().flatMap(parcel -> parcel.parts().stream()).forEach(part -> open.merge(part.line(), -part.quantity(), Integer::sum));
        open.values().removeIf(left -> left <= 0);
        return open;
    }

    /**
     * Packs some pieces as one more shipment.
     *
     * @param wanted pieces by the line's position; empty for all that is open
     * @throws Refused when it is held, not paid, or there is not as much left
     */
    ShipmentId pack(Order order, Map<Integer, Integer> wanted, By by, Instant now) {
        order.mayPack(today());
        var parcels = parcels(order);
        var open = open(order, parcels);
        var chosen = new TreeMap<>(wanted.isEmpty() ? open : wanted);
        chosen.values().removeIf(pieces -> pieces == 0);
        if (chosen.isEmpty()) {
            throw new Refused("ordering.refused.nothing-open");
        }
        chosen.forEach((line, pieces) -> {
            if (pieces < 0 || pieces > open.getOrDefault(line, 0)) {
                throw new Refused("ordering.pack.too-many", "pack-" + line, Map.of("most", open.getOrDefault(line, 0)));
            }
        });
        var parts = chosen.entrySet().stream().map(entry -> new ShipmentPart(entry.getKey(), entry.getValue())).toList();
        var standing = order.standing();
        var id = shipments.pack(order.id().value(), standing.option(), standing.promised(), parts);
        var pieces = parts.stream().mapToInt(ShipmentPart::quantity).sum();
        order.follow(parcels(order), "packed", by.actor(), by.staff(), pieces == standing.pieces() ? null : pieces + " / " + standing.pieces(), now);
        orders.save(order);
        events.publishEvent(new OrderPacked(order.id(), order.number(), order.customer(), now));
        changed(order);
        return id;
    }

    /** Takes a packed shipment apart again. @return whether there was anything to take apart */
    boolean unpack(Order order, ShipmentId id, By by, Instant now) {
        if (!shipments.unpack(order.id().value(), id)) {
            return false;
        }
        order.follow(parcels(order), "unpacked", by.actor(), by.staff(), null, now);
        moved(order, now);
        return true;
    }

    /**
     * Hands a shipment over; its goods leave the stock.
     *
     * @return whether this was news
     * @throws Refused beside "carrier" or "trackingNumber"
     */
    boolean dispatch(Order order, ShipmentId id, String carrier, List<String> numbers, Integer weightGrams, By by, Instant now) {
        if (!shipments.dispatch(order.id().value(), id, carrier, numbers, weightGrams, now)) {
            return false;
        }
        var parcels = parcels(order);
        var sent = one(parcels, id);
        inventory.commit(order.id().value(), byVariant(order, sent));
        order.follow(parcels, "shipped", by.actor(), by.staff(), words(sent, order), now);
        orders.save(order);
        events.publishEvent(new OrderShipped(order.id(), order.number(), order.customer(), id, order.status() == OrderStatus.SHIPPED, now));
        changed(order);
        return true;
    }

    /** @return whether this was news */
    boolean deliver(Order order, ShipmentId id, By by, Instant at) {
        if (!shipments.deliver(order.id().value(), id, at)) {
            return false;
        }
        var parcels = parcels(order);
        order.follow(parcels, "delivered", by.actor(), by.staff(), parcels.size() == 1 ? null : words(one(parcels, id), order), at);
        if (order.status() == OrderStatus.DELIVERED) {
            events.publishEvent(new OrderDelivered(order.id(), order.number(), order.customer(), at));
        }
        moved(order, at);
        return true;
    }

    /** After lines changed: the order stands where its shipments leave it. */
    void follow(Order order, Instant now) {
        var before = order.status();
        var parcels = parcels(order);
        order.follow(parcels, null, null, null, null, now);
        if (order.status() == OrderStatus.DELIVERED && before != OrderStatus.DELIVERED) {
            events.publishEvent(new OrderDelivered(order.id(), order.number(), order.customer(),
                    parcels.stream().map(Parcel::deliveredAt).max(Instant::compareTo).orElse(now)));
        }
    }

    void moved(Order order, Instant now) {
        orders.save(order);
        events.publishEvent(new OrderMoved(order.id(), order.number(), order.customer(), now));
        changed(order);
    }

    LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }

    PayTime payTime() {
        return PayTime.of(shop);
    }

    private static void changed(Order order) {
        Live.changed("orders", "order:" + order.id(), "orders:" + order.customer());
    }

    private static Parcel one(List<Parcel> parcels, ShipmentId id) {
        return parcels.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private static Map<VariantId, Integer> byVariant(Order order, Parcel sent) {
        var goods = new HashMap<VariantId, Integer>();
        sent.parts().forEach(part -> goods.merge(order.lines().get(part.line()).variantId(), part.quantity(), Integer::sum));
        return goods;
    }

    private static String words(Parcel sent, Order order) {
        var words = new ArrayList<String>();
        if (sent.carrier() != null) {
            words.add(sent.carrier());
        }
        sent.boxes().stream().map(Parcel.Box::trackingNumber).filter(number -> number != null).forEach(words::add);
        var all = order.standing().pieces();
        return sent.pieces() == all ? words.isEmpty() ? null : String.join(" ", words)
                : words.stream().collect(Collectors.joining(" ", "", words.isEmpty() ? "" : ", ")) + sent.pieces() + " / " + all;
    }
}
