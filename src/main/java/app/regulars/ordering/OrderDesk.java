package app.regulars.ordering;

import app.regulars.inventory.Inventory;
import app.regulars.payment.Payments;
import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.Prices;
import app.regulars.shipping.Shipments;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to orders. Every step is taken once, however often it is asked for, and stands in the history. */
@Service
@RolesAllowed(Permissions.ORDERS_SEE)
@Transactional
public class OrderDesk {

    private final OrderRepository orders;
    private final OrderQueries queries;
    private final OrderFiles files;
    private final Inventory inventory;
    private final Shipments shipments;
    private final Payments payments;
    private final Prices prices;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderDesk(OrderRepository orders, OrderQueries queries, OrderFiles files, Inventory inventory, Shipments shipments, Payments payments, Prices prices,
              AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.orders = orders;
        this.queries = queries;
        this.files = files;
        this.inventory = inventory;
        this.shipments = shipments;
        this.payments = payments;
        this.prices = prices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The latest first. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public OrderPage list(OrderFilter filter, int offset, int limit) {
        return queries.page(filter, offset, limit);
    }

    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public Map<OrderStatus, Long> counts() {
        return queries.counts();
    }

    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public Map<OrderId, List<OrderFace>> faces(Collection<OrderSummary> rows) {
        return queries.faces(rows.stream().map(OrderSummary::id).toList());
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public OrderFile find(OrderNumber number) {
        return files.forStaff(orders.findByNumber(number.value()).orElseThrow(NotFound::new));
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public OrderFile open(OrderNumber number, StaffId by) {
        var file = find(number);
        audit.viewed(by, "order", file.summary().id().value(), number.value(), file.summary().customer());
        return file;
    }

    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void pack(OrderNumber number, StaffId by) {
        var order = locked(number);
        var before = order.status();
        var now = clock.instant();
        if (order.pack(by, now)) {
            shipments.pack(order.id().value());
            done(order, by, "order.packed", change(order, before));
            events.publishEvent(new OrderPacked(order.id(), number, order.customer(), now));
        }
    }

    /**
     * Hands the parcel over, packing it as well if nobody said so; the goods leave the stock.
     *
     * @param carrier null only for a pick-up, which is ready then
     * @throws app.regulars.platform.Refused beside "carrier" or "trackingNumber"
     */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void dispatch(OrderNumber number, String carrier, String trackingNumber, StaffId by) {
        var order = locked(number);
        var before = order.status();
        var now = clock.instant();
        var who = blankToNull(carrier);
        var code = blankToNull(trackingNumber);
        if (order.ship(by, code == null ? who : who + " " + code, now)) {
            shipments.pack(order.id().value());
            shipments.dispatch(order.id().value(), who, code);
            inventory.commit(order.id().value());
            done(order, by, "order.shipped", Change.of(number.value()).about(order.customer()).from(Change.fields("status", before))
                    .to(Change.fields("status", order.status(), "carrier", who, "trackingNumber", code)));
            events.publishEvent(new OrderShipped(order.id(), number, order.customer(), now));
        }
    }

    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void deliver(OrderNumber number, StaffId by) {
        var order = locked(number);
        var before = order.status();
        var now = clock.instant();
        if (order.deliver(by, now)) {
            shipments.deliver(order.id().value());
            done(order, by, "order.delivered", change(order, before));
            events.publishEvent(new OrderDelivered(order.id(), number, order.customer(), now));
        }
    }

    /** The goods are free again, nothing has to be paid, and coupons and vouchers can be used again. @throws app.regulars.platform.Refused when it is on its way */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void cancel(OrderNumber number, String reason, StaffId by) {
        var order = locked(number);
        var before = order.status();
        var now = clock.instant();
        if (order.cancel(by, reason, now)) {
            inventory.release(order.id().value());
            payments.cancel(order.id().value());
            prices.giveBack(order.id().value());
            shipments.cancel(order.id().value());
            done(order, by, "order.canceled", change(order, before).because(reason));
            events.publishEvent(new OrderCanceled(order.id(), number, order.customer(), now));
        }
    }

    /** For staff only. */
    @RolesAllowed({Permissions.ORDERS_SHIP, Permissions.ORDERS_CHANGE})
    public void note(OrderNumber number, String text, StaffId by) {
        var order = locked(number);
        order.remark(by, text, clock.instant());
        done(order, by, "order.noted", Change.of(number.value()).about(order.customer()).to(Change.fields("note", text)));
    }

    private static Change change(Order order, OrderStatus before) {
        return Change.of(order.number().value()).about(order.customer()).of("status", before, order.status());
    }

    private void done(Order order, StaffId by, String action, Change change) {
        orders.save(order);
        audit.changed(by, action, "order", order.id().value(), change);
        Live.changed("orders", "order:" + order.id(), "orders:" + order.customer());
    }

    private Order locked(OrderNumber number) {
        return orders.lock(number.value()).orElseThrow(NotFound::new);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
