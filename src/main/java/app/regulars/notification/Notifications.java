package app.regulars.notification;

import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        post(List.of(mail));
    }

    /** As above, several with one statement. */
    @Transactional
    public void post(List<OutgoingMail> mails) {
        if (mails.isEmpty() || !isNews()) {
            return;
        }
        outbox.add(mails.stream().map(this::letter).toList());
        delivery.wakeAfterCommit();
    }

    private Outbox.Letter letter(OutgoingMail mail) {
        if (mail.purpose() == null || mail.customer() == null) {
            return new Outbox.Letter(mail, null);
        }
        var stop = Optional.ofNullable(permission.getIfAvailable()).flatMap(asked -> asked.stop(mail.customer(), mail.purpose(), mail.locale()));
        return new Outbox.Letter(stop.map(how -> mail.withHtml(withStop(mail, how))).orElse(mail), stop.map(ContactPermission.Stop::address).orElse(null));
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

    /**
     * A mail server said that it could not deliver a message.
     *
     * @param message its id in the outbox, as its Message-ID begins
     * @param status  such as "5.1.1", at most 20 characters, or empty
     * @param forGood false for a mere delay
     * @return whether there was such a message
     */
    @Transactional
    public boolean bounced(UUID message, String status, boolean forGood, Instant at) {
        return outbox.bounced(message, status, forGood, at);
    }

    /** How many messages could not leave yet and are tried again. */
    @Transactional(readOnly = true)
    public long heldUp() {
        return outbox.heldUp();
    }

    /** Whether anybody wants to hear of it: not while history is loaded that is older than two weeks. */
    public boolean isNews() {
        return !BusinessClock.isPastBy(NEWS);
    }
}
