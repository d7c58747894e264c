package app.regulars.invoicing;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Sends each paper once, as a link that opens without signing in. */
@Component
class InvoiceMails {

    private final InvoiceRepository invoices;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final PublicAddress address;
    private final PaperLinks links;

    InvoiceMails(InvoiceRepository invoices, Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address, PaperLinks links) {
        this.invoices = invoices;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.address = address;
        this.links = links;
    }

    @ApplicationModuleListener
    void on(InvoiceIssued issued) {
        if (!notifications.isNews()) {
            return;
        }
        invoices.findByNumber(issued.number()).ifPresent(invoice -> {
            if (invoice.email() == null) {
                return;
            }
            var kind = issued.credit() ? "credit" : "invoice";
            var file = invoice.file();
            var subject = texts.get(file.locale(), "invoicing.mail." + kind + ".subject", "number", issued.number(), "order", file.orderNumber(), "shop", shop.name());
            var html = templates.render("invoicing/mail.jte", file.locale(), Map.of("invoice", file, "subject", subject,
                    "href", address.of("/papers/" + links.token(issued.number()) + "/" + issued.number() + ".pdf")));
            notifications.post(new OutgoingMail("paper:" + issued.number(), "invoice." + kind, null, invoice.customer(), invoice.email(), file.locale(), subject, html));
        });
    }
}
