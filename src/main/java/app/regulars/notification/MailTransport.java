package app.regulars.notification;

/** Hands a message over. There are two: a mail server, and keeping it in the outbox. */
interface MailTransport {

    /**
     * @param head null for the usual one
     * @return SENT or KEPT
     * @throws Exception when it should be tried again
     */
    MessageState deliver(Outbox.Claimed message, Letterhead.Head head) throws Exception;
}
