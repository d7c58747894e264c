package app.regulars.inquiry;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffCard;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells a colleague by mail that a note names them. The note's words stay in the house: a mail is forwarded and answered too easily for
 * something that no customer may ever read.
 */
@Component
class MentionLetters {

    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;

    MentionLetters(Notifications notifications, Templates templates, Texts texts, PublicAddress address) {
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    /** @param mention its id: the same one is told once */
    void send(UUID mention, Inquiry inquiry, StaffCard named, String author) {
        var locale = named.locale();
        var words = Map.<String, Object>of("author", author, "number", inquiry.number().value(), "subject", inquiry.subject());
        var html = templates.render("inquiry/mention-mail.jte", locale, Map.of("name", named.givenName(), "author", author, "number", inquiry.number().value(),
                "subject", inquiry.subject(), "link", address.of("/console/inquiries?queue=all-open&open=" + inquiry.number())));
        notifications.post(new OutgoingMail("inquiry-named:" + mention, "inquiry.named", null, null, named.email(), locale, texts.get(locale, "inquiry.mail.named.subject", words), html));
    }
}
