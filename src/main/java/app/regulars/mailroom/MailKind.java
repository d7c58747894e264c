package app.regulars.mailroom;

/** Who or what wrote a message. */
public enum MailKind {
    PERSON,
    /** A machine answers a message: absence, receipt. */
    AUTO_REPLY,
    /** A machine writes by itself, or to many: reports, lists, newsletters. */
    BULK,
    /** A server says that a message was not delivered. */
    BOUNCE
}
