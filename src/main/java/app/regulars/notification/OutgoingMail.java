package app.regulars.notification;

import app.regulars.platform.identity.CustomerId;
import java.util.Locale;

/**
 * A finished message.
 *
 * @param key      makes it one message however often it is posted ("order-confirmed:" and the order's id)
 * @param kind     what it is, a stable code ("order.confirmed"); shown to staff as notification.kind.{kind}
 * @param purpose  null for a message about a running transaction; else the purpose whose consent is asked at the moment of sending
 * @param customer null for staff or strangers
 * @param html     a whole body made from a template; the plain text is made from it
 * @param thread   what it is about, so that an answer finds its way back (an inquiry's number), or null
 */
public record OutgoingMail(String key, String kind, String purpose, CustomerId customer, String to, Locale locale, String subject, String html, String thread) {

    public OutgoingMail(String key, String kind, String purpose, CustomerId customer, String to, Locale locale, String subject, String html) {
        this(key, kind, purpose, customer, to, locale, subject, html, null);
    }

    /** The same, about something. */
    public OutgoingMail about(String what) {
        return new OutgoingMail(key, kind, purpose, customer, to, locale, subject, html, what);
    }

    OutgoingMail withHtml(String other) {
        return new OutgoingMail(key, kind, purpose, customer, to, locale, subject, other, thread);
    }
}
