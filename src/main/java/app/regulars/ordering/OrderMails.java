package app.regulars.ordering;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicCache;
import app.regulars.platform.web.Templates;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the customer what became of an order. Each message has a key of its own, so that a repeated event mails nothing twice. */
@Component
class OrderMails {

    private final Orders orders;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final PublicAddress address;
    private final PublicCache cache;

    OrderMails(Orders orders, Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address, PublicCache cache) {
        this.orders = orders;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.address = address;
        this.cache = cache;
    }

    @ApplicationModuleListener
    void on(OrderPlaced placed) {
        post("confirmed", placed.number());
    }

    @ApplicationModuleListener
    void on(OrderPacked packed) {
        forget(packed.number());
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        post("shipped", shipped.number());
    }

    @ApplicationModuleListener
    void on(OrderDelivered delivered) {
        forget(delivered.number());
    }

    @ApplicationModuleListener
    void on(OrderCanceled canceled) {
        post("canceled", canceled.number());
    }

    private void forget(OrderNumber number) {
        if (notifications.isNews()) {
            orders.file(number).ifPresent(order -> cache.changed("/track/" + order.trackToken()));
        }
    }

    /** The texts stand under ordering.mail.{kind}.*, the bodies in ordering/mail/{kind}.jte. */
    private void post(String kind, OrderNumber number) {
        if (!notifications.isNews()) {
            return;
        }
        var order = orders.file(number).orElseThrow();
        cache.changed("/track/" + order.trackToken());
        if (order.contactEmail() == null) {
            return;
        }
        var variation = "shipped".equals(kind) && "pickup".equals(order.shippingOption()) ? "ready" : kind;
        var subject = texts.get(order.locale(), "ordering.mail." + variation + ".subject", "number", number.value(), "shop", shop.name());
        var html = templates.render("ordering/mail/" + kind + ".jte", order.locale(), Map.of("order", order, "subject", subject,
                "base", address.of(""), "track", address.of("/track/" + order.trackToken())));
        notifications.post(new OutgoingMail("order-" + kind + ":" + order.summary().id(), "order." + kind, null, order.summary().customer(),
                order.contactEmail(), order.locale(), subject, html));
    }
}
