package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.NotEnoughStock;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes orders, whoever asks for it: what is previewed is what is done, or nothing is. In the caller's transaction. */
@Component
class OrderChanges {

    private final Revising revising;
    private final Fulfillment fulfillment;
    private final CallingOff calling;
    private final Inventory inventory;
    private final ApplicationEventPublisher events;

    OrderChanges(Revising revising, Fulfillment fulfillment, CallingOff calling, Inventory inventory, ApplicationEventPublisher events) {
        this.revising = revising;
        this.fulfillment = fulfillment;
        this.calling = calling;
        this.inventory = inventory;
        this.events = events;
    }

    MoneyEffect preview(Order order, OrderChange change) {
        var after = revising.plan(order, fulfillment.parcels(order), change);
        var before = order.standing();
        return new MoneyEffect(before.amounts(), after.amounts(), before.credit().minus(after.credit()), after.pieces() == 0, after.promised());
    }

    /**
     * @param seen  the total that was previewed
     * @param actor "staff" or "customer"
     * @return whether anything changed
     * @throws Refused when it would come to something else than was seen, and as in {@link Revising#plan}
     */
    boolean apply(Order order, OrderChange change, Money seen, String actor, StaffId by, Instant now) {
        var parcels = fulfillment.parcels(order);
        var before = order.standing();
        var after = revising.plan(order, parcels, change);
        if (!after.amounts().total().rounded().equals(seen.rounded())) {
            throw new Refused("ordering.change.seen");
        }
        if (after.pieces() == 0) {
            return calling.off(order, actor, by, change.reason(), now);
        }
        var lines = changed(before, after);
        if (lines.isEmpty() && after.equals(before)) {
            return false;
        }
        stock(order, before, after);
        var less = lines.stream().noneMatch(line -> line.pieces() > 0) && !lines.isEmpty();
        order.amend(after, less ? "partly-canceled" : "changed", actor, by, words(lines, before, after, change.reason()), now);
        calling.credits(order, before, after);
        fulfillment.follow(order, now);
        fulfillment.moved(order, now);
        events.publishEvent(new OrderAmended(order.id(), order.number(), order.customer(), Ids.next(), before.amounts(), after.amounts(), lines, now));
        return true;
    }

    private static List<OrderAmended.Line> changed(Amendment before, Amendment after) {
        var lines = new ArrayList<OrderAmended.Line>();
        for (int i = 0; i < after.lines().size(); i++) {
            var now = after.lines().get(i);
            var then = i < before.lines().size() ? before.lines().get(i) : null;
            var pieces = now.quantity() - (then == null ? 0 : then.quantity());
            if (pieces != 0) {
                lines.add(new OrderAmended.Line(i, now.sku(), pieces, Money.of(then == null ? now.net() : now.net().subtract(then.net()), after.currency())));
            }
        }
        return lines;
    }

    /** What is not to be sent any more is free again; what is to be sent as well is held. */
    private void stock(Order order, Amendment before, Amendment after) {
        var difference = new HashMap<VariantId, Integer>();
        after.lines().stream().filter(line -> line.variantId() != null).forEach(line -> difference.merge(line.variantId(), line.quantity(), Integer::sum));
        before.lines().stream().filter(line -> line.variantId() != null).forEach(line -> difference.merge(line.variantId(), -line.quantity(), Integer::sum));
        var less = difference.entrySet().stream().filter(each -> each.getValue() < 0).collect(Collectors.toMap(Map.Entry::getKey, each -> -each.getValue()));
        var more = difference.entrySet().stream().filter(each -> each.getValue() > 0).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!less.isEmpty()) {
            inventory.release(order.id().value(), less);
        }
        if (!more.isEmpty()) {
            try {
                inventory.holdMore(order.id().value(), more);
            } catch (NotEnoughStock scarce) {
                throw new Refused("ordering.change.scarce", null, Map.of("available", scarce.available()));
            }
        }
    }

    private static String words(List<OrderAmended.Line> lines, Amendment before, Amendment after, String reason) {
        var parts = new ArrayList<String>();
        lines.forEach(line -> parts.add((line.pieces() > 0 ? "+" : "−") + Math.abs(line.pieces()) + " × " + line.sku()));
        if (!after.option().equals(before.option())) {
            parts.add(before.option() + " → " + after.option());
        }
        if (after.address() != null && !after.address().equals(before.address())) {
            parts.add(String.valueOf(after.address().city()));
        }
        parts.add(before.amounts().total() + " → " + after.amounts().total());
        if (reason != null && !reason.isBlank()) {
            parts.add(reason.strip());
        }
        var words = String.join(", ", parts);
        return words.length() <= Order.LONGEST_NOTE ? words : words.substring(0, Order.LONGEST_NOTE);
    }
}
