package app.regulars.mailroom;

/** Where a message that came in stands. */
public enum MailState {
    /** Kept as it came, not looked at yet. */
    STORED,
    /** Somebody has to look at it. */
    WAITING,
    /** It is where it belongs. */
    DONE,
    /** Staff have said why it belongs nowhere. */
    DISCARDED
}
