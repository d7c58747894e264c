package app.regulars.ordering;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final OrderLists lists;
    private final Fulfillment fulfillment;
    private final CallingOff calling;
    private final AuditTrail audit;
    private final Clock clock;
    private final OrderScope scope;

    OrderDesk(OrderRepository orders, OrderQueries queries, OrderFiles files, OrderLists lists, Fulfillment fulfillment, CallingOff calling, AuditTrail audit, Clock clock, OrderScope scope) {
        this.scope = scope;
        this.orders = orders;
        this.queries = queries;
        this.files = files;
        this.lists = lists;
        this.fulfillment = fulfillment;
        this.calling = calling;
        this.audit = audit;
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

    /** What is to be said of orders in a list besides where they stand. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public Map<OrderId, OrderMarks> marks(Collection<OrderSummary> rows) {
        return lists.marks(rows.stream().map(OrderSummary::id).toList());
    }

    /** How many are on hold. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public long held() {
        return lists.held();
    }

    /** How many are not with their customer although they should be. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public long late() {
        return lists.late();
    }

    /** Where orders came in. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public List<String> channels() {
        return lists.channels();
    }

    /** Who sells for the shop, by code. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public List<String> agents() {
        return scope.all();
    }

    /** Who sold it, by code; empty for the shop itself. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public String agent(OrderNumber number) {
        var agent = scope.seen(orders.findByNumber(number.value()).orElseThrow(NotFound::new)).agent();
        return agent == null ? "" : agent;
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.ORDERS_SEE)
    @Transactional(readOnly = true)
    public OrderFile find(OrderNumber number) {
        return files.forStaff(scope.seen(orders.findByNumber(number.value()).orElseThrow(NotFound::new)));
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public OrderFile open(OrderNumber number, StaffId by) {
        var file = find(number);
        audit.viewed(by, "order", file.summary().id().value(), number.value(), file.summary().customer());
        return file;
    }

    /** Packs everything that is open; again does nothing. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void pack(OrderNumber number, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        if (before != OrderStatus.CANCELED && fulfillment.open(order, fulfillment.parcels(order)).isEmpty()) {
            return;
        }
        fulfillment.pack(order, Map.of(), Fulfillment.By.staff(by), clock.instant());
        written(order, by, "order.packed", change(order, before));
    }

    /**
     * Hands everything over that is still here, packing what is open as well; the goods leave the stock.
     *
     * @param carrier null only for a pick-up, which is ready then
     * @throws app.regulars.platform.Refused beside "carrier" or "trackingNumber"
     */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void dispatch(OrderNumber number, String carrier, String trackingNumber, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        var now = clock.instant();
        var who = blankToNull(carrier);
        if (before.isOpen() && !fulfillment.open(order, fulfillment.parcels(order)).isEmpty() || before == OrderStatus.CANCELED || before == OrderStatus.AWAITING_PAYMENT) {
            fulfillment.pack(order, Map.of(), Fulfillment.By.staff(by), now);
        }
        var here = fulfillment.parcels(order).stream().filter(parcel -> parcel.shippedAt() == null).toList();
        var numbers = PackingDesk.numbers(trackingNumber);
        here.forEach(parcel -> fulfillment.dispatch(order, parcel.id(), who, numbers, null, Fulfillment.By.staff(by), now));
        if (!here.isEmpty()) {
            written(order, by, "order.shipped", Change.of(number.value()).about(order.customer()).from(Change.fields("status", before))
                    .to(Change.fields("status", order.status(), "carrier", who, "trackingNumber", blankToNull(trackingNumber))));
        }
    }

    /** Everything that is on its way has arrived. */
    @RolesAllowed(Permissions.ORDERS_SHIP)
    public void deliver(OrderNumber number, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        var underway = fulfillment.parcels(order).stream().filter(parcel -> parcel.shippedAt() != null && parcel.deliveredAt() == null).toList();
        if (before.isOpen() && underway.isEmpty()) {
            throw new Refused("ordering.refused.not-shipped");
        }
        underway.forEach(parcel -> fulfillment.deliver(order, parcel.id(), Fulfillment.By.staff(by), clock.instant()));
        if (!underway.isEmpty()) {
            written(order, by, "order.delivered", change(order, before));
        }
    }

    /** The goods are free again, nothing has to be paid, and coupons and vouchers can be used again. @throws Refused when it is on its way */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void cancel(OrderNumber number, String reason, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.status();
        if (calling.off(order, "staff", by, reason, clock.instant())) {
            written(order, by, "order.canceled", change(order, before).because(reason));
        }
    }

    /** Keeps it from being packed. @param until the last day; null until somebody lifts it @throws Refused beside "hold-reason" or "hold-until" */
    @RolesAllowed({Permissions.ORDERS_SHIP, Permissions.ORDERS_CHANGE})
    public void hold(OrderNumber number, String reason, LocalDate until, StaffId by) {
        var order = fulfillment.locked(number);
        order.hold(reason, until, fulfillment.today(), by, clock.instant());
        fulfillment.moved(order, clock.instant());
        written(order, by, "order.held", Change.of(number.value()).about(order.customer()).to(Change.fields("until", until)).because(reason));
    }

    /** It may be packed again. */
    @RolesAllowed({Permissions.ORDERS_SHIP, Permissions.ORDERS_CHANGE})
    public void lift(OrderNumber number, StaffId by) {
        var order = fulfillment.locked(number);
        if (order.lift(by, clock.instant())) {
            fulfillment.moved(order, clock.instant());
            written(order, by, "order.lifted", Change.of(number.value()).about(order.customer()));
        }
    }

    /** The goods are kept for as long again, from today on. @throws Refused when no payment is awaited */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void payLater(OrderNumber number, StaffId by) {
        var order = fulfillment.locked(number);
        var now = clock.instant();
        var before = order.payUntil();
        order.payLater(fulfillment.payTime().end(now), by, now);
        fulfillment.moved(order, now);
        written(order, by, "order.pay-later", Change.of(number.value()).about(order.customer()).of("payUntil", before, order.payUntil()));
    }

    /** For staff only. */
    @RolesAllowed({Permissions.ORDERS_SHIP, Permissions.ORDERS_CHANGE})
    public void note(OrderNumber number, String text, StaffId by) {
        var order = fulfillment.locked(number);
        order.remark(by, text, clock.instant());
        fulfillment.moved(order, clock.instant());
        written(order, by, "order.noted", Change.of(number.value()).about(order.customer()).to(Change.fields("note", text)));
    }

    private static Change change(Order order, OrderStatus before) {
        return Change.of(order.number().value()).about(order.customer()).of("status", before, order.status());
    }

    private void written(Order order, StaffId by, String action, Change change) {
        audit.changed(by, action, "order", order.id().value(), change);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
