package app.regulars.returning;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.ordering.Orders;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the customer of each step that is not her own. Each message has a key of its own, so that a repeated event mails nothing twice. */
@Component
class ReturnMails {

    /** Of the customer's own steps she is told the first: that we have it. */
    private static final Set<ReturnStatus> TOLD = Set.of(ReturnStatus.ASKED, ReturnStatus.APPROVED, ReturnStatus.REFUSED, ReturnStatus.RECEIVED, ReturnStatus.INSPECTED,
            ReturnStatus.SETTLED, ReturnStatus.CLOSED);

    private final ReturnRepository returns;
    private final ReturnCounter counter;
    private final Orders orders;
    private final Notifications notifications;
    private final Letter letter;

    ReturnMails(ReturnRepository returns, ReturnCounter counter, Orders orders, Notifications notifications, Letter letter) {
        this.returns = returns;
        this.counter = counter;
        this.orders = orders;
        this.notifications = notifications;
        this.letter = letter;
    }

    @ApplicationModuleListener
    void on(ReturnMoved moved) {
        var request = returns.findById(moved.id().value()).orElseThrow();
        if (!notifications.isNews() || !TOLD.contains(moved.to()) || request.contactEmail() == null) {
            return;
        }
        orders.file(request.orderNumber()).ifPresent(order -> notifications.post(letter.of(request, counter.file(request, false), order.contactName(), order.trackToken(), moved.to())));
    }

    /** How the message reads. */
    @Component
    static class Letter {

        private final Templates templates;
        private final Texts texts;
        private final PublicAddress address;

        Letter(Templates templates, Texts texts, PublicAddress address) {
            this.templates = templates;
            this.texts = texts;
            this.address = address;
        }

        OutgoingMail of(ReturnRequest request, ReturnFile file, String name, String token, ReturnStatus to) {
            var language = request.language();
            var kind = to.code();
            var subject = texts.get(language, "returning.mail." + kind + ".subject", "number", file.number().value());
            var values = new HashMap<String, Object>(Map.of("file", file, "subject", subject, "kind", kind, "name", name == null ? "" : name,
                    "amount", file.amount() == null ? "" : Formats.money(file.amount(), language), "link", address.of("/returns/" + token + "?number=" + file.number())));
            // an exchange of which nothing came is settled anew
            var once = to == ReturnStatus.SETTLED && file.outcome() != null ? kind + "-" + file.outcome().code() : kind;
            return new OutgoingMail("return-" + once + ":" + file.id(), "return." + kind, null, request.customer(), request.contactEmail(), language, subject,
                    templates.render("returning/mail.jte", language, values));
        }
    }
}
