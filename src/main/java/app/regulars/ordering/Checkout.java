package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.NotEnoughStock;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.persistence.Reading;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.DiscountSource;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import app.regulars.shipping.ShippingOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns a cart into an order, in one transaction: price, tax, stock, order, closed cart and begun payment, or nothing of it.
 * The cart’s own id is the order’s checkout key, so that a double click, a second tab, the back button and a repeated try all
 * end at the same order.
 */
@Service
public class Checkout {

    private static final int TRIES = 5;
    private static final long FIRST_NUMBER = 20001;

    private final CartSale carts;
    private final CartLines cartLines;
    private final OrderRepository orders;
    private final OrderPlacing placing;
    private final CheckoutRules rules;
    private final CheckoutOffers offers;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final Numbers numbers;
    private final Shop shop;
    private final Turns turns;
    private final TermsOfSale termsOfSale;
    private final ObjectProvider<OrderApproval> approvals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Checkout(CartSale carts, CartLines cartLines, OrderRepository orders, OrderPlacing placing, CheckoutRules rules, CheckoutOffers offers,
             CustomerDirectory customers, Companies companies, Numbers numbers, Shop shop, Turns turns, TermsOfSale termsOfSale, ObjectProvider<OrderApproval> approvals,
             Clock clock, TransactionTemplate transaction) {
        this.clock = clock;
        this.termsOfSale = termsOfSale;
        this.approvals = approvals;
        this.carts = carts;
        this.cartLines = cartLines;
        this.orders = orders;
        this.placing = placing;
        this.rules = rules;
        this.offers = offers;
        this.customers = customers;
        this.companies = companies;
        this.numbers = numbers;
        this.shop = shop;
        this.turns = turns;
        this.transaction = transaction;
    }

    /**
     * What goods cost when they are sent there that way.
     *
     * @param options the ways that could be chosen
     * @param daysToPay from the order on
     * @param taxed   false while nobody knows where the goods go: then the sum has no taxes in it yet
     */
    public record Offer(List<ShippingOption> options, ShippingOption chosen, PricedCart priced, boolean taxed, int daysToPay) {
    }

    /**
     * @param option   an unknown one answers the first of those that are possible
     * @param province null where it is not known yet: then no taxes
     */
    public Offer offer(List<Prices.Wish> wishes, CustomerId customer, String country, String province, String option) {
        return offer(wishes, List.of(), customer, country, province, option);
    }

    /** As above, with the codes of coupons and vouchers. */
    public Offer offer(List<Prices.Wish> wishes, List<String> codes, CustomerId customer, String country, String province, String option) {
        return offers.offer(wishes, codes, customer, null, country, province, option, false);
    }

    /** As above, in place of what came back: sent without a charge. */
    public Offer exchange(List<Prices.Wish> wishes, List<String> codes, CustomerId customer, String country, String province, String option) {
        return offers.offer(wishes, codes, customer, null, country, province, option, true);
    }

    /** What the customer could have taken off an order without knowing a code, such as a voucher. */
    public List<DiscountSource.Offered> open(CustomerId customer) {
        return offers.open(customer);
    }

    /** Everything that holds beside the prices: what was agreed with the customer, else what the shop says itself. */
    public Terms terms(CustomerId customer) {
        return offers.everyTerm(customer);
    }

    /** The same, where anything of it was agreed with the customer; she is told wherever prices are. */
    public Optional<Terms> agreed(CustomerId customer) {
        return offers.agreed(customer);
    }

    /** The country the shop stands in. */
    public String home() {
        return shop.get("address-country", "CA");
    }

    /** The countries the shop sends to. */
    public Set<String> countries() {
        return offers.countries();
    }

    /** The ways to pay that are offered. */
    public List<String> methods() {
        return rules.methods();
    }

    /** Whether somebody of the company is asked before it is ordered. @param by null for a guest, who asks nobody */
    public boolean isBeyond(CustomerId by, CustomerId customer, Money total) {
        return by != null && customer != null && !by.equals(customer) && approvals.stream().anyMatch(approval -> approval.isBeyond(by, customer, total));
    }

    /** As {@link #place(CartOwner, CustomerId, UUID, CheckoutForm, Money)}, by nobody in particular: a guest. */
    public CheckoutResult place(CartOwner owner, UUID key, CheckoutForm form, Money seen) {
        return place(owner, null, key, form, seen);
    }

    /**
     * Orders what is in the cart.
     *
     * @param by    the person who orders, or null for a guest
     * @param owner a cart of somebody else is an empty one
     * @param key   the cart's, as the page that was filled in showed it
     * @param seen  the total that the person saw
     */
    public CheckoutResult place(CartOwner owner, CustomerId by, UUID key, CheckoutForm form, Money seen) {
        return place(owner, by, key, form, seen, null);
    }

    /** As above, sold by an agent. @param agent a code, as a browser remembers it; one that does not count is nobody's */
    public CheckoutResult place(CartOwner owner, CustomerId by, UUID key, CheckoutForm form, Money seen, String agent) {
        var sold = offers.agent(agent);
        return retrying(key, owner.customer(), false, () -> transaction.execute(status -> Reading.through(() -> {
            var cart = carts.hold(key, owner).orElse(null);
            if (cart == null) {
                // it was sold or asked for meanwhile, or is not there, or another's: while it is the owner's, neither has happened
                return before(key, owner.customer()).or(() -> asked(key, owner.customer())).orElseGet(CheckoutResult.EmptyCart::new);
            }
            if (cart.wishes().isEmpty()) {
                return new CheckoutResult.EmptyCart();
            }
            var result = placeNow(new NewOrder(key, owner.customer(), by, cart.wishes(), cart.codes(), form, seen, "web").through(sold));
            if (result instanceof CheckoutResult.Placed || result instanceof CheckoutResult.Requested) {
                carts.close(key);
            }
            return result;
        })));
    }

    /** Orders without a cart; the same key again answers the same order. */
    public CheckoutResult place(NewOrder order) {
        // an agreement is held before anything is read: what is read first is all that this transaction ever sees
        return retrying(order.key(), order.customer(), true, () -> transaction.execute(status -> Reading.through(() -> order.agreement() != null ? placeAgreed(order)
                : asked(order.key(), order.customer()).orElseGet(() -> placeNow(order)))));
    }

    /** Of two who take it up at once the second finds the order of the first. */
    private CheckoutResult placeAgreed(NewOrder order) {
        order.agreement().hold();
        var before = orders.findByCheckoutKey(order.key());
        if (before.isPresent()) {
            return placed(before.get());
        }
        var result = placeNow(order);
        if (result instanceof CheckoutResult.Placed placed) {
            order.agreement().kept(placed.id(), placed.number());
        }
        return result;
    }

    /** The request that an earlier click on the same has become. */
    private Optional<CheckoutResult> asked(UUID key, CustomerId customer) {
        return customer == null ? Optional.empty()
                : approvals.stream().map(approval -> approval.asked(key, customer)).flatMap(Optional::stream).<CheckoutResult>map(asked -> asked).findFirst();
    }

    private CheckoutResult placeNow(NewOrder order) {
        var agreed = order.agreement() == null ? null : order.agreement().price();
        if (order.placedBy() != null && order.customer() != null && !companies.mayOrder(order.placedBy(), order.customer())) {
            return new CheckoutResult.Incomplete(List.of(new CheckoutResult.Problem("name", "ordering.checkout.viewer", Map.of())));
        }
        var lines = cartLines.file(order.key(), order.lines(), order.customer()).lines();
        if (lines.isEmpty()) {
            return new CheckoutResult.EmptyCart();
        }
        var gone = lines.stream().filter(line -> !line.isSold()).findFirst();
        if (gone.isPresent()) {
            return new CheckoutResult.SoldOut(gone.get().variant(), gone.get().name(), 0);
        }
        var scarce = lines.stream().filter(CartFile.Line::isShort).findFirst();
        if (scarce.isPresent()) {
            return new CheckoutResult.SoldOut(scarce.get().variant(), scarce.get().name(), scarce.get().available());
        }
        var odd = lines.stream().filter(CartFile.Line::isOdd).findFirst().or(() -> tooMany(lines));
        if (agreed == null && odd.isPresent()) {
            return new CheckoutResult.WrongQuantity(odd.get().variant(), odd.get().name(), odd.get().quantities());
        }
        var wishes = lines.stream().map(line -> new Prices.Wish(line.variant(), line.quantity(), line.configuration())).toList();
        var typed = order.form();
        var goods = lines.stream().map(CartFile.Line::total).reduce(Money.zero(shop.currency()), Money::plus);
        var checked = rules.check(typed, goods, order.isByStaff() || order.isExchange() || agreed != null ? Terms.NONE : offers.terms(order.customer()), () -> cartLines.grams(wishes));
        var said = termsMissing(order);
        if (checked.form() == null || said.isPresent()) {
            return new CheckoutResult.Incomplete(Stream.concat(checked.problems().stream(), said.stream()).toList());
        }
        var form = typed.wishes().termsVersion() == null || order.approved() ? checked.form()
                : checked.form().wishing(checked.form().wishes().agreed(termsOfSale.inForce().orElse(null)));
        var address = form.address();
        var offer = offers.offer(wishes, order.codes(), order.customer(), order.isByStaff() ? form.email() : null, address == null ? "CA" : address.country(),
                address == null ? null : address.province(), form.shippingOption(), order.isExchange());
        var day = CheckoutRules.day(form.wishes().deliverOn(), offer.chosen(), clock.instant().atZone(shop.zone()).toLocalDate());
        if (day.isPresent() && !order.approved()) {
            return new CheckoutResult.Incomplete(List.of(day.get()));
        }
        if (agreed != null) {
            offer = new Offer(offer.options(), offer.chosen(), agreed, true, order.agreement().daysToPay());
        }
        if (order.seen() != null && !order.seen().equals(offer.priced().total().rounded())) {
            return new CheckoutResult.PriceChanged(order.seen(), offer.priced().total().rounded());
        }
        var beyond = beyond(order, form, offer.priced().total().rounded());
        if (beyond.isPresent()) {
            return beyond.get();
        }
        var customer = order.customer() != null ? order.customer()
                : customers.obtain(form.email(), form.name(), form.company(), form.phone(), form.locale(), "guest-checkout");
        // the day that was wished for may have passed while somebody was asked: then it comes as soon as it can
        return placed(placing.place(order, nextNumber(), customer, day.isPresent() ? form.wishing(form.wishes().soon()) : form, offer, wishes));
    }

    /** What came of it where it is more than the person may order alone; an agreement cannot wait, so somebody who may has to take it up. */
    private Optional<CheckoutResult> beyond(NewOrder order, CheckoutForm form, Money total) {
        if (order.approved() || order.placedBy() == null || order.customer() == null || order.placedBy().equals(order.customer())) {
            return Optional.empty();
        }
        if (order.agreement() != null) {
            return isBeyond(order.placedBy(), order.customer(), total)
                    ? Optional.of(new CheckoutResult.Incomplete(List.of(new CheckoutResult.Problem("lines", "ordering.checkout.beyond", Map.of())))) : Optional.empty();
        }
        return approvals.stream().map(approval -> approval.ask(order, form, total)).flatMap(Optional::stream).<CheckoutResult>map(asked -> asked).findFirst();
    }

    /** Whoever is asked agrees to the terms in force once; what was agreed is kept with the order. */
    private Optional<CheckoutResult.Problem> termsMissing(NewOrder order) {
        var said = order.form().wishes().termsVersion();
        return said == null || order.approved() ? Optional.empty() : termsOfSale.inForce().filter(version -> !version.equals(said))
                .filter(version -> termsOfSale.toAgree(order.customer(), order.placedBy()).isPresent())
                .map(version -> new CheckoutResult.Problem("terms", "ordering.checkout.terms.missing", Map.of()));
    }

    /** A line of a variant of which all lines together are more than one order may hold. */
    private static Optional<CartFile.Line> tooMany(List<CartFile.Line> lines) {
        var pieces = new HashMap<VariantId, Integer>();
        lines.forEach(line -> pieces.merge(line.variant(), line.quantity(), Integer::sum));
        return lines.stream().filter(line -> line.quantities().most() != null && pieces.get(line.variant()) > line.quantities().most()).findFirst();
    }

    private OrderNumber nextNumber() {
        return new OrderNumber(shop.orderPrefix() + "-" + numbers.next("order", FIRST_NUMBER));
    }

    private static CheckoutResult.Placed placed(Order order) {
        return new CheckoutResult.Placed(order.id(), order.number(), order.trackToken(), order.awaitsCard());
    }

    /** What was ordered with this key, by this customer (null for whoever it was). */
    public Optional<CheckoutResult> before(UUID key, CustomerId customer) {
        return orders.findByCheckoutKey(key).filter(order -> customer == null || customer.equals(order.customer())).<CheckoutResult>map(Checkout::placed);
    }

    /** @param look whether somebody may have placed it before, which the work itself does not see */
    private CheckoutResult retrying(UUID key, CustomerId customer, boolean look, Supplier<CheckoutResult> work) {
        var alone = !TransactionSynchronizationManager.isActualTransactionActive();
        for (var tried = 1; ; tried++) {
            var before = look || tried > 1 ? before(key, customer) : Optional.<CheckoutResult>empty();
            if (before.isPresent()) {
                return before.get();
            }
            try {
                return turns.take(work);
            } catch (NotEnoughStock scarce) {
                if (!alone) {
                    throw scarce;
                }
                var name = cartLines.file(key, List.of(new Prices.Wish(scarce.variant(), 1)), null).lines().stream().findFirst().map(CartFile.Line::name);
                return new CheckoutResult.SoldOut(scarce.variant(), name.orElse(null), scarce.available());
            } catch (DataIntegrityViolationException | ConcurrencyFailureException race) {
                if (!alone || tried == TRIES) {
                    throw race;
                }
            }
        }
    }
}
