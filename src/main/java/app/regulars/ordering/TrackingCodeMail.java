package app.regulars.ordering;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.Templates;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks an order up and mails the code to its own address, beside the request: how long it takes tells nobody whether there is such an order. */
@Component
class TrackingCodeMail {

    private final JdbcTemplate jdbc;
    private final OrderRepository orders;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    TrackingCodeMail(JdbcTemplate jdbc, OrderRepository orders, Notifications notifications, Templates templates, Texts texts, Shop shop, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.transaction = transaction;
    }

    /** @param email normalized; nothing happens where it is not the order's own */
    @Async
    public void post(UUID ticket, String number, String email, Locale locale) {
        transaction.executeWithoutResult(status -> orders.findByNumber(number).filter(order -> order.isAskedBy(email)).ifPresent(order -> {
            var code = "%06d".formatted(random.nextInt(1_000_000));
            jdbc.update("update tracking_code set order_id = ?, code_hash = ? where id = ?", Columns.bytes(order.id().value()), TrackingCodes.hash(ticket, code),
                    Columns.bytes(ticket));
            var subject = texts.get(locale, "ordering.mail.code.subject", "number", order.number().value(), "shop", shop.name());
            var html = templates.render("ordering/mail/code.jte", locale, Map.of("code", code.substring(0, 3) + " " + code.substring(3), "number", order.number().value(),
                    "subject", subject, "minutes", TrackingCodes.VALID.toMinutes()));
            notifications.post(new OutgoingMail("order-code:" + ticket, "order.code", null, order.customer(), email, locale, subject, html));
        }));
    }
}
