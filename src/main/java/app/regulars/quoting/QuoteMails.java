package app.regulars.quoting;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails the customer her quote, and that it was taken back. That it became an order is told by the order. A repeated event mails nothing twice. */
@Component
class QuoteMails {

    private final QuoteRepository quotes;
    private final QuoteLinks links;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;
    private final Shop shop;

    QuoteMails(QuoteRepository quotes, QuoteLinks links, Notifications notifications, Templates templates, Texts texts, PublicAddress address, Shop shop) {
        this.quotes = quotes;
        this.links = links;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
        this.shop = shop;
    }

    @ApplicationModuleListener
    void on(QuoteMoved moved) {
        var quote = quotes.findById(moved.id()).orElseThrow();
        var sent = moved.to() == QuoteStatus.SENT;
        if (!notifications.isNews() || !sent && moved.to() != QuoteStatus.WITHDRAWN || !quote.wasSent()) {
            return;
        }
        var language = quote.language();
        var kind = moved.to().code();
        var subject = texts.get(language, "quoting.mail." + kind + ".subject", "number", quote.number().value(), "shop", shop.name());
        var values = new HashMap<String, Object>(Map.of("file", quote.file(moved.at().atZone(shop.zone()).toLocalDate(), false), "subject", subject, "kind", kind,
                "link", address.of("/quotes/" + links.token(quote.id()))));
        notifications.post(new OutgoingMail("quote-" + kind + ":" + quote.id() + ":" + moved.turn(), "quote." + kind, null, quote.customer(), quote.contactEmail(), language, subject,
                templates.render("quoting/mail.jte", language, values)));
    }
}
