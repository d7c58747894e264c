package app.regulars.ordering;

import app.regulars.notification.Notifications;
import app.regulars.payment.PaymentAuthorized;
import app.regulars.payment.PaymentCaptured;
import app.regulars.payment.PaymentDeclined;
import app.regulars.payment.PaymentRefunded;
import app.regulars.payment.Payments;
import app.regulars.platform.money.Money;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.PublicCache;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What an order learns of its money. News may come twice, late, or after the order was called off. */
@Component
class OrderMoney {

    private final OrderRepository orders;
    private final Payments payments;
    private final Notifications notifications;
    private final PublicCache cache;
    private final ApplicationEventPublisher events;

    OrderMoney(OrderRepository orders, Payments payments, Notifications notifications, PublicCache cache, ApplicationEventPublisher events) {
        this.orders = orders;
        this.payments = payments;
        this.notifications = notifications;
        this.cache = cache;
        this.events = events;
    }

    @ApplicationModuleListener
    void on(PaymentAuthorized authorized) {
        came(authorized.reference(), authorized.covered(), authorized.at());
    }

    @ApplicationModuleListener
    void on(PaymentCaptured captured) {
        came(captured.reference(), captured.covered(), captured.at());
    }

    private void came(UUID reference, boolean covered, Instant at) {
        orders.lockById(reference).ifPresent(order -> {
            if (order.status() == OrderStatus.CANCELED) {
                // it came in after the order was called off: it goes back at once
                payments.cancel(reference);
            } else if (covered && order.paid(at)) {
                orders.save(order);
                events.publishEvent(new OrderPaid(order.id(), order.number(), order.customer(), at));
            }
            told(order);
        });
    }

    /** What is to be paid follows the order as it stands now: an earlier change may be told of after a later one. What came in beyond it goes back. */
    @ApplicationModuleListener
    void on(OrderAmended amended) {
        orders.lockById(amended.order().value()).ifPresent(order -> {
            payments.change(order.id().value(), order.standing().amounts().total());
            told(order);
        });
    }

    @ApplicationModuleListener
    void on(PaymentDeclined declined) {
        tell(declined.reference());
    }

    @ApplicationModuleListener
    void on(PaymentRefunded refunded) {
        orders.lockById(refunded.reference()).ifPresent(order -> {
            if (order.refunded(refunded.key(), Money.of(refunded.amount(), refunded.currency()), refunded.at())) {
                orders.save(order);
                events.publishEvent(new OrderRefunded(order.id(), order.number(), order.customer(), refunded.key(), refunded.amount(), refunded.currency(), refunded.reason(),
                        refunded.at()));
            }
            told(order);
        });
    }

    private void tell(UUID reference) {
        orders.findById(reference).ifPresent(this::told);
    }

    private void told(Order order) {
        if (notifications.isNews()) {
            cache.changed("/track/" + order.trackToken());
        }
        Live.changed("orders", "order:" + order.id(), "orders:" + order.customer());
    }
}
