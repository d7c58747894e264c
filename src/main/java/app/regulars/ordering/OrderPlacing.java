package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.payment.PaymentMethods;
import app.regulars.payment.Payments;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What belongs together when an order is made; always inside the transaction of {@link Checkout}. */
@Component
class OrderPlacing {

    private static final int TOKEN_BYTES = 16;

    private final OrderRepository orders;
    private final Catalog catalog;
    private final Inventory inventory;
    private final Payments payments;
    private final Prices prices;
    private final CustomerDirectory customers;
    private final CheckoutOffers offers;
    private final FreshOrders fresh;
    private final Shop shop;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    OrderPlacing(OrderRepository orders, Catalog catalog, Inventory inventory, Payments payments, Prices prices,
                 CustomerDirectory customers, CheckoutOffers offers, FreshOrders fresh, Shop shop, Clock clock, ApplicationEventPublisher events) {
        this.orders = orders;
        this.catalog = catalog;
        this.inventory = inventory;
        this.payments = payments;
        this.prices = prices;
        this.customers = customers;
        this.offers = offers;
        this.fresh = fresh;
        this.shop = shop;
        this.clock = clock;
        this.events = events;
    }

    Order place(NewOrder wanted, OrderNumber number, CustomerId customer, CheckoutForm form, Checkout.Offer offer,
                List<Prices.Wish> wishes) {
        var now = clock.instant();
        var id = OrderId.next();
        var quantities = new HashMap<app.regulars.catalog.VariantId, Integer>();
        offer.priced().lines().forEach(line -> quantities.merge(line.variant(), line.quantity(), Integer::sum));
        var variants = catalog.variants(quantities.keySet());
        var lines = new ArrayList<OrderLine>();
        var said = new ArrayList<>(wishes);
        for (PricedCart.Line line : offer.priced().lines()) {
            lines.add(OrderLine.sold(variants.get(line.variant()), line, configuration(line, said)));
        }
        // before the order is there: a question of Hibernate compares all that it holds with the tables first
        if (wanted.customer() != null && form.address() != null) {
            customers.rememberAddress(customer, form.address());
        }
        var order = orders.saveAndFlush(new Order(id, number, wanted.key(), customer, wanted.placedBy(), form, lines, offer.priced(),
                form.wishes().deliverOn() == null ? offer.chosen().promised() : form.wishes().deliverOn(), wanted.channel(),
                token(), now).through(wanted.agent()));
        if (wanted.agreement() == null) {
            prices.use(offer.priced(), id.value(), number.value(), customer);
        } else {
            prices.useAgreed(offer.priced(), id.value(), number.value(), customer);
        }
        var prepaid = PaymentMethods.isPrepaid(form.payment());
        var payment = payments.first(id.value(), number.value(), offer.priced().total(), form.payment(),
                prepaid ? null : now.atZone(shop.zone()).toLocalDate().plusDays(wanted.agreement() == null ? offers.daysToPay(customer) : offer.daysToPay()));
        if (prepaid && !offer.priced().total().isZero()) {
            order.awaitPayment(PayTime.of(shop).end(now));
        }
        fresh.placed(order, payment, offer.priced());
        events.publishEvent(new OrderPlaced(id, number, customer, now));
        // last of all, with everything else written: who wants the same goods waits from here to the commit
        orders.flush();
        inventory.hold(id.value(), quantities);
        Live.changed("orders", "orders:" + customer);
        return order;
    }

    /** Prices come in the order of the wishes, without what each of them says beside the number. */
    private static Configuration configuration(PricedCart.Line line, List<Prices.Wish> wishes) {
        var wish = wishes.stream().filter(some -> some.variant().equals(line.variant()) && some.quantity() == line.quantity()).findFirst();
        wish.ifPresent(wishes::remove);
        return wish.map(Prices.Wish::configuration).orElse(Configuration.NONE);
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
