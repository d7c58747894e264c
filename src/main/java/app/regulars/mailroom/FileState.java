package app.regulars.mailroom;

/** What may be done with a file that came by mail. */
public enum FileState {
    /** A picture that is made anew, or a PDF that does nothing by itself. */
    CHECKED,
    /** Of a kind that nobody looks into here; it is handed out as bytes, to staff only. */
    UNCHECKED,
    /** Could act by itself where it is opened, or is not what it says: it stays in the message. */
    HELD
}
