package app.regulars.notification;

/** Where a message stands. */
public enum MessageState {
    /** To be sent as soon as possible, or again after a failure. */
    WAITING,
    /** A node is sending it right now, or died while it did: then another takes it over. */
    SENDING,
    /** Handed over to the mail server. */
    SENT,
    /** Deliberately not sent: the demonstration sends nothing, nor does a shop without a mail server. */
    KEPT,
    /** The person does not allow messages for this purpose, or no longer. */
    REFUSED,
    /** The permission had ended by itself before the message was due. */
    EXPIRED,
    /** A mail server took it and said later that it could not deliver it. */
    BOUNCED,
    /** Given up after the last attempt; staff may send it again. */
    FAILED
}
