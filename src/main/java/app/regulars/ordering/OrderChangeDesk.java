package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to change what was ordered: first what it does to the money, then the deed. */
@Service
@RolesAllowed(Permissions.ORDERS_CHANGE)
@Transactional
public class OrderChangeDesk {

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final Fulfillment fulfillment;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final Clock clock;
    private final OrderScope scope;

    OrderChangeDesk(OrderRepository orders, OrderChanges changes, Fulfillment fulfillment, Catalog catalog, AuditTrail audit, Clock clock, OrderScope scope) {
        this.scope = scope;
        this.orders = orders;
        this.changes = changes;
        this.fulfillment = fulfillment;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused beside "change-sku" where there is none */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    @Transactional(readOnly = true)
    public VariantId article(String sku) {
        return catalog.bySku(sku).orElseThrow(() -> new Refused("ordering.change.sku.none", "change-sku", Map.of())).id();
    }

    /** Changes nothing. @throws Refused beside the field that is wrong */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    @Transactional(readOnly = true)
    public MoneyEffect preview(OrderNumber number, OrderChange change) {
        return changes.preview(scope.seen(orders.findByNumber(number.value()).orElseThrow(NotFound::new)), change);
    }

    /** Does what was previewed; nothing being left cancels the order. @param seen the total of the preview @throws Refused when it is another by now */
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void apply(OrderNumber number, OrderChange change, Money seen, StaffId by) {
        var order = fulfillment.locked(number);
        var before = order.standing();
        if (changes.apply(order, change, seen, "staff", by, clock.instant())) {
            audit.changed(by, order.status() == OrderStatus.CANCELED ? "order.canceled" : "order.amended", "order", order.id().value(),
                    Change.of(number.value()).about(order.customer()).from(Change.fields("pieces", before.pieces(), "total", before.amounts().total()))
                            .to(Change.fields("pieces", order.standing().pieces(), "total", order.standing().amounts().total())).because(change.reason()));
        }
    }
}
