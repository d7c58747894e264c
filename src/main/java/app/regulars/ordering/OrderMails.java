package app.regulars.ordering;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicCache;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the customer what became of an order. Each message has a key of its own, so that a repeated event mails nothing twice. */
@Component
class OrderMails implements AfterOrder {

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

    @Override
    public void placed(OrderPlaced placed, OrderFile order) {
        placed(List.of(new Told(placed, order)));
    }

    @Override
    public void placed(List<Told> orders) {
        if (notifications.isNews()) {
            notifications.post(orders.stream().flatMap(one -> letter("confirmed", "confirmed", one.order(), "", Map.of()).stream()).toList());
        }
    }

    @ApplicationModuleListener
    void on(OrderPacked packed) {
        forget(packed.number());
    }

    @ApplicationModuleListener
    void on(OrderMoved moved) {
        forget(moved.number());
    }

    /** One message a shipment: the first has the key that it had when there was only one. */
    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        if (!notifications.isNews()) {
            return;
        }
        var order = orders.file(shipped.number()).orElseThrow();
        var parcel = order.parcels().stream().filter(each -> each.id().equals(shipped.shipment())).findFirst().orElse(order.parcel());
        var goods = parcel == null || !order.isSplit() ? List.<ShippedGoods>of()
                : parcel.parts().stream().map(part -> new ShippedGoods(part.quantity(), order.lines().get(part.line()).name(), order.lines().get(part.line()).options())).toList();
        var values = new HashMap<String, Object>();
        values.put("parcel", parcel);
        values.put("goods", goods);
        values.put("complete", shipped.complete());
        var nth = parcel == null || parcel.number() == 1 ? "" : ":" + parcel.number();
        post("shipped", "pickup".equals(order.shippingOption()) ? "ready" : goods.isEmpty() ? "shipped" : "part", order, nth, values);
    }

    @ApplicationModuleListener
    void on(OrderDelayed delayed) {
        post("delayed", delayed.number());
    }

    @ApplicationModuleListener
    void on(OrderPaymentDue due) {
        if (notifications.isNews()) {
            var order = orders.file(due.number()).orElseThrow();
            // paid or called off meanwhile: nothing is due any more
            if (order.status() == OrderStatus.AWAITING_PAYMENT) {
                post("unpaid", "unpaid", order, ":" + due.until().getEpochSecond(), Map.of("pay", address.of("/pay/" + order.trackToken()),
                        "day", due.until().atZone(shop.zone()).toLocalDate()));
            }
        }
    }

    @ApplicationModuleListener
    void on(OrderCanceled canceled) {
        if (notifications.isNews()) {
            var order = orders.file(canceled.number()).orElseThrow();
            post("canceled", "canceled", order, "", Map.of("unpaid", order.history().stream().anyMatch(moment -> "unpaid".equals(moment.what()))));
        }
    }

    private void forget(OrderNumber number) {
        if (notifications.isNews()) {
            orders.file(number).ifPresent(order -> cache.changed("/track/" + order.trackToken()));
        }
    }

    /** The texts stand under ordering.mail.{kind}.*, the bodies in ordering/mail/{kind}.jte. */
    private void post(String kind, OrderNumber number) {
        if (notifications.isNews()) {
            post(kind, kind, orders.file(number).orElseThrow(), "", Map.of());
        }
    }

    private void post(String kind, String variation, OrderFile order, String which, Map<String, Object> more) {
        letter(kind, variation, order, which, more).ifPresent(notifications::post);
    }

    /** @param variation names the subject; @param which tells messages of one kind about one order apart @return nothing where nobody can be written to */
    private Optional<OutgoingMail> letter(String kind, String variation, OrderFile order, String which, Map<String, Object> more) {
        cache.changed("/track/" + order.trackToken());
        if (order.contactEmail() == null) {
            return Optional.empty();
        }
        var subject = texts.get(order.locale(), "ordering.mail." + variation + ".subject", "number", order.number().value(), "shop", shop.name());
        var values = new HashMap<String, Object>(more);
        values.putAll(Map.of("order", order, "subject", subject, "base", address.of(""), "track", address.of("/track/" + order.trackToken())));
        var html = templates.render("ordering/mail/" + kind + ".jte", order.locale(), values);
        return Optional.of(new OutgoingMail("order-" + kind + ":" + order.summary().id() + which, "order." + kind, null, order.summary().customer(),
                order.contactEmail(), order.locale(), subject, html));
    }
}
