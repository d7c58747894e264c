package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.Purchases;
import app.regulars.ordering.SalesAgents;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: orders that came by phone, by mail or over the counter, by the same rules and prices as the customer's own; who took them is kept. */
@Service
@RolesAllowed(Permissions.ORDERS_CHANGE)
public class OrderEntryDesk {

    /** How a customer can come to somebody of the staff. */
    public static final List<String> CHANNELS = List.of("phone", "mail", "counter");

    private final CustomerDirectory customers;
    private final MyOrders orders;
    private final QuickOrder quick;
    private final MyShoppingLists lists;
    private final Checkout checkout;
    private final Purchases purchases;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ObjectProvider<SalesAgents> agents;

    OrderEntryDesk(CustomerDirectory customers, MyOrders orders, QuickOrder quick, MyShoppingLists lists, Checkout checkout, Purchases purchases, AuditTrail audit, JdbcTemplate jdbc,
                   Clock clock, ObjectProvider<SalesAgents> agents) {
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.quick = quick;
        this.lists = lists;
        this.checkout = checkout;
        this.purchases = purchases;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param form with everything that is known @param usuals what she orders again and again @param terms every one that holds for her */
    public record Begun(CustomerCard customer, CheckoutForm form, List<PostalAddress> addresses, List<UsualLine> usuals, Terms terms, Instant at) {
    }

    /** @throws NotFound for no such customer */
    public Begun begin(String number) {
        var card = customers.findByNumber(number).orElseThrow(NotFound::new);
        return new Begun(card, orders.prefilled(card.id()), customers.addresses(card.id()), lists.usuals(card.id(), 8), checkout.terms(card.id()), clock.instant());
    }

    /** Who sells for the shop, by code. */
    public List<String> agents() {
        return agents.stream().findFirst().map(SalesAgents::all).orElse(List.of());
    }

    /** The countries parcels can go to. */
    public java.util.Set<String> countries() {
        return checkout.countries();
    }

    /** Article numbers and quantities, at the customer's prices. */
    public QuickOrder.Read read(CustomerCard customer, String typed) {
        return quick.read(typed, customer.id());
    }

    public Checkout.Offer offer(CustomerCard customer, List<Prices.Wish> wishes, CheckoutForm form) {
        var address = form.address();
        return checkout.offer(wishes, customer.id(), address == null ? "CA" : address.country(), address == null ? null : address.province(), form.shippingOption());
    }

    /**
     * @param key  makes it one order however often it is placed
     * @param seen the total that was said to the customer
     */
    public CheckoutResult place(UUID key, CustomerCard customer, List<Prices.Wish> wishes, CheckoutForm form, Money seen, String channel, Instant began, StaffId by) {
        return place(key, customer, wishes, form, seen, channel, null, began, by);
    }

    /** As above, sold by an agent. @param agent a code; empty for the shop itself @throws Refused for one that does not count */
    public CheckoutResult place(UUID key, CustomerCard customer, List<Prices.Wish> wishes, CheckoutForm form, Money seen, String channel, String agent, Instant began, StaffId by) {
        var sold = agent == null || agent.isBlank() ? null : agents.stream().findFirst().flatMap(all -> all.valid(agent))
                .orElseThrow(() -> new Refused("reordering.entry.agent.none", Map.of()));
        if (!CHANNELS.contains(channel)) {
            throw new Refused("reordering.entry.channel.choose", Map.of());
        }
        var result = checkout.place(new NewOrder(key, customer.id(), wishes, form, seen, channel).through(sold));
        if (result instanceof CheckoutResult.Placed placed) {
            var entered = jdbc.update("insert into order_entry (order_id, staff_id, channel, began_at, placed_at) select ?, ?, ?, ?, ? from (select 1 as one) o where not exists "
                    + "(select 1 from order_entry where order_id = ?)", bytes(placed.id().value()), bytes(by.value()), channel, utc(began), utc(clock.instant()),
                    bytes(placed.id().value()));
            if (entered > 0) {
                audit.changed(by, "order.entered", "order", placed.id().value(), Change.of(null).to(Change.fields("channel", channel)));
            }
        }
        return result;
    }

    /** @param seconds the median time of entry; null where nobody of the staff entered them */
    public record ByChannel(String channel, long orders, Money total, Long seconds) {
    }

    /** Of the last so many days, the most orders first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public List<ByChannel> channels(int days) {
        var since = clock.instant().minus(Duration.ofDays(days));
        var seconds = new TreeMap<String, List<Double>>();
        jdbc.query("select channel, began_at, placed_at from order_entry where placed_at >= ?", row -> {
            seconds.computeIfAbsent(row.getString(1), channel -> new ArrayList<>())
                    .add((double) Duration.between(instant(row, "began_at"), instant(row, "placed_at")).toSeconds());
        }, utc(since));
        return purchases.byChannel(since).stream().map(each -> new ByChannel(each.channel(), each.orders(), each.total(),
                seconds.containsKey(each.channel()) ? Math.round(Rhythm.median(seconds.get(each.channel()))) : null)).toList();
    }
}
