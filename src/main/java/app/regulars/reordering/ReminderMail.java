package app.regulars.reordering;

import app.regulars.customer.CustomerCard;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How a reminder reads. It names goods and prices, no address and no order of before. */
@Component
class ReminderMail {

    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;
    private final Letters letters;

    ReminderMail(Notifications notifications, Templates templates, Texts texts, PublicAddress address, Letters letters) {
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
        this.letters = letters;
    }

    /** @param list its name where it is about one, or null */
    void post(Letters.Row letter, CustomerCard card, Locale locale, String list, ListFile file) {
        var kind = letter.reminder() == null ? "foreseen" : list == null ? "article" : "list";
        var first = file.lines().getFirst().line().name().in(locale);
        var subject = texts.get(locale, "reordering.mail." + kind + ".subject", "name", list == null ? first : list, "count", file.lines().size());
        var model = new HashMap<String, Object>();
        model.put("title", subject);
        model.put("kind", kind);
        model.put("name", list == null ? first : list);
        model.put("file", file);
        model.put("ends", letter.endsAt());
        model.put("address", address.of("/basket/" + letters.token(letter)));
        notifications.post(new OutgoingMail("reorder:" + letter.id(), "reordering." + kind, letter.reminder() == null ? Reminding.FORESEEN : MyReminders.PURPOSE, letter.person(),
                card.email(), locale, subject, templates.render("reordering/mail.jte", locale, model)));
    }
}
