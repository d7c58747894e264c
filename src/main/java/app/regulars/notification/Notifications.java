package app.regulars.notification;

import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: puts messages into the outbox, in the caller's transaction. */
@Service
public class Notifications {

    /** What is loaded as history (demonstration, import) and happened longer ago is no news to anybody. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final Outbox outbox;
    private final Delivery delivery;
    private final ObjectProvider<ContactPermission> permission;
    private final Templates templates;
    private final PublicAddress address;

    Notifications(Outbox outbox, Delivery delivery, ObjectProvider<ContactPermission> permission, Templates templates, PublicAddress address) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.permission = permission;
        this.templates = templates;
        this.address = address;
    }

    /** Posts a message once; a key that was posted before changes nothing. Leaves after the caller's commit. */
    @Transactional
    public void post(OutgoingMail mail) {
        if (!isNews()) {
            return;
        }
        if (mail.purpose() == null || mail.customer() == null) {
            outbox.add(mail);
        } else {
            var stop = Optional.ofNullable(permission.getIfAvailable()).flatMap(asked -> asked.stop(mail.customer(), mail.purpose(), mail.locale()));
            outbox.add(stop.map(how -> mail.withHtml(withStop(mail, how))).orElse(mail), stop.map(ContactPermission.Stop::address).orElse(null));
        }
        delivery.wakeAfterCommit();
    }

    /** Who sends it, why it comes, and how to stop it: at the end of every message that needs a permission. */
    private String withStop(OutgoingMail mail, ContactPermission.Stop stop) {
        var part = templates.render("notification/stop.jte", mail.locale(), Map.of("stop", stop, "choices", address.of("/my/privacy")));
        var end = mail.html().lastIndexOf("</body>");
        return end < 0 ? mail.html() + part : mail.html().substring(0, end) + part + mail.html().substring(end);
    }

    /** Takes whom it went to and what it said out of a message, for what is kept no longer; what waits is not sent. */
    @Transactional
    public void forget(String key) {
        outbox.forget(key);
    }

    /** Whether anybody wants to hear of it: not while history is loaded that is older than two weeks. */
    public boolean isNews() {
        return !BusinessClock.isPastBy(NEWS);
    }
}
