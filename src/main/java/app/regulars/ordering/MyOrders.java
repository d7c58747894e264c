package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.payment.PaymentStand;
import app.regulars.platform.NotFound;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: their own orders, and nobody else's. */
@Service
@Transactional(readOnly = true)
public class MyOrders {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Pattern COUNTED = Pattern.compile("^(.*?)(\\d{1,8})$", Pattern.DOTALL);

    private final OrderRepository orders;
    private final OrderQueries queries;
    private final OrderFiles files;
    private final Baskets baskets;
    private final CustomerDirectory customers;
    private final Milestones milestones;
    private final Clock clock;

    MyOrders(OrderRepository orders, OrderQueries queries, OrderFiles files, Baskets baskets, CustomerDirectory customers, Milestones milestones,
             Clock clock) {
        this.orders = orders;
        this.queries = queries;
        this.files = files;
        this.baskets = baskets;
        this.customers = customers;
        this.milestones = milestones;
        this.clock = clock;
    }

    /** The latest first. @param text part of a number, reference or name; empty for all */
    public OrderPage list(CustomerId me, String text, int offset, int limit) {
        return queries.page(new OrderFilter(null, text, me), offset, limit);
    }

    public Map<OrderId, List<OrderFace>> faces(CustomerId me, Collection<OrderSummary> mine) {
        return queries.faces(mine.stream().filter(order -> order.customer().equals(me)).map(OrderSummary::id).toList());
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public OrderFile find(CustomerId me, OrderNumber number) {
        return files.forCustomer(own(me, number));
    }

    /** What I am to be thanked for now. */
    public Optional<Milestone> milestone(CustomerId me) {
        return milestones.of(me, clock.instant());
    }

    /** What is ordered again and again, most often first. */
    public List<Usual> usuals(CustomerId me, int limit) {
        var bought = queries.bought(me, clock.instant().minus(YEAR), limit);
        var lines = new HashMap<VariantId, CartFile.Line>();
        baskets.look(bought.stream().map(each -> new Prices.Wish(each.variant(), Math.max(1, each.lastQuantity()))).toList(), me).lines()
                .forEach(line -> lines.put(line.variant(), line));
        return bought.stream().filter(each -> lines.containsKey(each.variant()) && lines.get(each.variant()).isSold()).map(each -> {
            var line = lines.get(each.variant());
            return new Usual(line.variant(), line.handle(), line.name(), line.options(), line.art(), line.backdrop(), line.each(), each.times(),
                    each.lastQuantity(), each.lastAt());
        }).toList();
    }

    /** An order of before as a form that can be confirmed at once; says what has changed since. @throws NotFound as {@link #find} */
    public ReorderForm reorder(CustomerId me, OrderNumber number) {
        var before = find(me, number);
        var lines = new ReorderLines(baskets).of(me, before);
        return new ReorderForm(Ids.next(), before.number(), before.summary().placedAt(), lines, form(me, before));
    }

    private CheckoutForm form(CustomerId me, OrderFile before) {
        return usualForm(me, before.address(), before.shippingOption(), countedOn(before.purchaseReference())).paidBy(before.payment() == null ? "invoice" : before.payment().method());
    }

    /** The same, with the person who orders for the customer as the one to ask and to write to. */
    public CheckoutForm prefilled(CustomerId me, CustomerId person) {
        return by(person, prefilled(me));
    }

    /** The form with the person's own name, address and phone; the company stays. */
    public CheckoutForm by(CustomerId person, CheckoutForm form) {
        return customers.find(person).map(self -> new CheckoutForm(self.name(), form.company(), self.email(), self.phone() == null ? form.phone() : self.phone(),
                form.address(), form.shippingOption(), form.purchaseReference(), form.note(), self.locale(), form.payment())).orElse(form);
    }

    /** Who placed the order, for the order's page; blank where nobody is known or it was the customer herself. */
    public String placedBy(OrderFile order) {
        return order.placedBy() == null || order.placedBy().equals(order.summary().customer()) ? "" : customers.find(order.placedBy()).map(CustomerCard::name).orElse("");
    }

    /** A checkout form with everything we know of the customer. @param address null for the usual one */
    public CheckoutForm usualForm(CustomerId me, PostalAddress address, String shippingOption, String reference) {
        CustomerCard card = customers.find(me).orElseThrow(NotFound::new);
        var to = address != null && address.line1() != null ? address : customers.addresses(me).stream().findFirst()
                .orElse(new PostalAddress(card.name(), null, null, null, null, null, "CA"));
        return new CheckoutForm(card.name(), card.company(), card.email(), card.phone(), to, shippingOption, reference, null, card.locale());
    }

    /** The option and reference of the last order, so that checkout begins where it ended. */
    public CheckoutForm prefilled(CustomerId me) {
        var last = queries.page(new OrderFilter(null, "", me), 0, 1).orders().stream().findFirst().map(order -> find(me, order.number()));
        return usualForm(me, null, last.map(OrderFile::shippingOption).orElse(null), last.map(OrderFile::purchaseReference).map(MyOrders::countedOn).orElse(null))
                .paidBy(last.map(OrderFile::payment).map(PaymentStand::method).orElse("invoice"));
    }

    /** "QO-2026-47" becomes "QO-2026-48"; what does not end in a number stays out. */
    static String countedOn(String reference) {
        var counted = reference == null ? null : COUNTED.matcher(reference);
        if (counted == null || !counted.matches()) {
            return null;
        }
        var digits = counted.group(2);
        return counted.group(1) + ("%0" + digits.length() + "d").formatted(Long.parseLong(digits) + 1);
    }

    private Order own(CustomerId me, OrderNumber number) {
        return orders.findByNumberAndCustomerId(number.value(), me).orElseThrow(NotFound::new);
    }
}
