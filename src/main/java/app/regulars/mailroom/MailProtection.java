package app.regulars.mailroom;

/** Whether a message is closed or sealed by its sender. */
public enum MailProtection {
    NONE, SIGNED, ENCRYPTED
}
