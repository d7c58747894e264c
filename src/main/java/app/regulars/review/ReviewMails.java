package app.regulars.review;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells who wrote a review what became of it. */
@Component
class ReviewMails {

    private static final String KIND = "review.decided";

    private final ReviewBook book;
    private final CustomerDirectory customers;
    private final Catalog catalog;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;

    ReviewMails(ReviewBook book, CustomerDirectory customers, Catalog catalog, Notifications notifications, Templates templates, Texts texts, PublicAddress address) {
        this.book = book;
        this.customers = customers;
        this.catalog = catalog;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    @ApplicationModuleListener
    void on(ReviewDecided decided) {
        var review = book.find(decided.review()).orElse(null);
        var writer = review == null || review.customer() == null ? null : customers.find(review.customer()).filter(card -> card.email() != null && !card.email().isBlank()).orElse(null);
        var handle = review == null ? null : catalog.handles(List.of(review.product())).get(review.product());
        if (writer == null || handle == null) {
            return;
        }
        var locale = writer.locale();
        var name = catalog.cardsForStaff(List.of(handle)).stream().findFirst().map(card -> card.name().in(locale)).orElse("");
        var subject = texts.get(locale, "review.mail." + decided.what(), "product", name);
        var model = new HashMap<String, Object>();
        model.put("title", subject);
        model.put("what", decided.what());
        model.put("review", review);
        model.put("name", name);
        model.put("address", address.of("refused".equals(decided.what()) ? "/my/reviews/" + handle : "/p/" + handle + "#reviews"));
        var at = "replied".equals(decided.what()) ? review.repliedAt() : null;
        notifications.post(new OutgoingMail("review:" + review.id() + ":" + decided.what() + ":" + (at == null ? review.appeal() == null ? "1" : "2" : at.toEpochMilli()), KIND, null,
                writer.id(), writer.email(), locale, subject, templates.render("review/mail.jte", locale, model)));
    }
}
