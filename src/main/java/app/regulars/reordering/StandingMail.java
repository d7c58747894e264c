package app.regulars.reordering;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What standing orders say: before each one, and when one could not be placed. They are about what the customer set up herself. */
@Component
class StandingMail {

    private final Notifications notifications;
    private final CustomerDirectory customers;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;

    StandingMail(Notifications notifications, CustomerDirectory customers, Templates templates, Texts texts, PublicAddress address) {
        this.notifications = notifications;
        this.customers = customers;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    void notice(StandingOrders.Row row, ListFile file) {
        post("standing-notice", row.nextOn().toString(), row, Map.of("file", file, "outcome", "", "last", false));
    }

    /** @param last whether it is not tried again for this day */
    void failed(StandingOrders.Row row, String outcome, boolean last) {
        post("standing-failed", row.nextOn() + ":" + row.tries(), row, Map.of("outcome", outcome, "last", last));
    }

    private void post(String kind, String which, StandingOrders.Row row, Map<String, Object> more) {
        customers.find(row.person()).filter(person -> person.email() != null).ifPresent(person -> {
            var locale = person.locale();
            var subject = texts.get(locale, "reordering.mail." + kind + ".subject", "name", row.name());
            var model = new HashMap<String, Object>(more);
            model.putIfAbsent("file", null);
            model.put("title", subject);
            model.put("kind", kind);
            model.put("name", row.name());
            model.put("day", row.nextOn());
            model.put("address", address.of("/my/standing"));
            notifications.post(new OutgoingMail(kind + ":" + row.id() + ":" + which, "reordering." + kind, null, person.id(), person.email(), locale, subject,
                    templates.render("reordering/standing-mail.jte", locale, model)));
        });
    }
}
