package app.regulars.ordering;

import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentMethods;
import app.regulars.payment.PaymentStand;
import app.regulars.payment.Payments;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicCache;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for whoever holds an order's link: pays it, now or later, in whichever way is offered. Never asks a gateway within a
 * transaction; an order is there before it is paid, and stays whatever becomes of a try. Who holds a link whose time is over pays nothing by it.
 */
@Service
public class OrderPaying {

    private final OrderRepository orders;
    private final OrderFiles files;
    private final OrderLinks links;
    private final CurrentUser user;
    private final Payments payments;
    private final CardPaying cards;
    private final CheckoutOffers offers;
    private final TransactionTemplate transaction;
    private final PublicAddress address;
    private final PublicCache cache;
    private final Shop shop;
    private final Clock clock;

    OrderPaying(OrderRepository orders, OrderFiles files, OrderLinks links, CurrentUser user, Payments payments, CardPaying cards, CheckoutOffers offers,
                TransactionTemplate transaction, PublicAddress address, PublicCache cache, Shop shop, Clock clock) {
        this.orders = orders;
        this.files = files;
        this.links = links;
        this.user = user;
        this.payments = payments;
        this.cards = cards;
        this.offers = offers;
        this.transaction = transaction;
        this.address = address;
        this.cache = cache;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * What is to be paid, and how it can be.
     *
     * @param unclear whether a try is open of which nobody knows what came of it
     * @param methods the ways that can be chosen
     */
    public record ToPay(OrderId id, OrderNumber number, OrderStatus status, PaymentStand stand, boolean unclear, List<String> methods, String trackToken) {
    }

    /**
     * What is left to say by a link whose time is over.
     *
     * @param replaced whether a new link took its place: then it says nothing of the order any more
     * @param open     whether something is still to be paid
     */
    public record Ended(boolean replaced, boolean open, boolean canceled, int days) {
    }

    /** Empty for a link that opens its order, as it always does for the customer herself, signed in; and for one that was never given. */
    public Optional<Ended> ended(String token) {
        return transaction.execute(status -> {
            var order = links.order(token);
            if (order.isEmpty()) {
                return links.isReplaced(token) ? Optional.of(new Ended(true, false, false, links.days())) : Optional.empty();
            }
            return order.filter(this::isEnded).map(files::forCustomer).map(file -> {
                var canceled = file.status() == OrderStatus.CANCELED;
                return new Ended(false, !canceled && file.payment() != null && !file.payment().open().isZero(), canceled, links.days());
            });
        });
    }

    /** @throws NotFound if no order has this link, its time is over, or nothing was ever to be paid */
    public ToPay of(String token) {
        return transaction.execute(status -> {
            var file = files.forCustomer(order(token));
            if (file.payment() == null) {
                throw new NotFound();
            }
            var methods = file.payment().captured().isZero() ? payments.methods() : List.of(PaymentMethods.CARD);
            return new ToPay(file.summary().id(), file.number(), file.status(), file.payment(), cards.isUnclear(file.summary().id().value()), methods, token);
        });
    }

    /** The gateway's page for it; whoever comes back lands on the page of this link. */
    public CardPaying.Way byCard(String token, Locale locale) {
        var order = order(token);
        if (!PaymentMethods.CARD.equals(payments.of(order.id().value()).map(PaymentStand::method).orElse(""))) {
            choose(token, PaymentMethods.CARD);
        }
        return cards.open(order.id().value(), address.of("/pay/" + token + "?back"), locale);
    }

    /** Asks the gateway, where somebody came back from its page. @return false when it did not answer */
    public boolean look(String token) {
        return cards.look(order(token).id().value());
    }

    /** @throws Refused if it is not offered, or some of it is paid already */
    public void choose(String token, String method) {
        if (!payments.methods().contains(method)) {
            throw new Refused("ordering.checkout.payment.missing");
        }
        transaction.executeWithoutResult(status -> {
            var order = orders.lockById(order(token).id().value()).orElseThrow(NotFound::new);
            var now = clock.instant();
            // choosing anew puts off no day that runs already
            var from = order.status() == OrderStatus.AWAITING_PAYMENT ? now : order.placedAt();
            order.payBy(method, now);
            orders.save(order);
            payments.choose(order.id().value(), method,
                    PaymentMethods.isPrepaid(method) ? null : from.atZone(shop.zone()).toLocalDate().plusDays(offers.daysToPay(order.customer())));
            Live.changed("orders", "order:" + order.id(), "orders:" + order.customer());
        });
        cache.changed("/track/" + token);
    }

    private Order order(String token) {
        return transaction.execute(status -> links.order(token).filter(order -> !isEnded(order))).orElseThrow(NotFound::new);
    }

    private boolean isEnded(Order order) {
        return !order.customer().equals(user.customer().orElse(null)) && links.isOver(files.forCustomer(order));
    }
}
