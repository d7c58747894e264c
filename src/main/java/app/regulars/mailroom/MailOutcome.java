package app.regulars.mailroom;

/** What became of a message that came in. */
public enum MailOutcome {
    /** A new inquiry. */
    OPENED,
    /** The next message of an inquiry. */
    REPLIED,
    /** A new inquiry that names the one it answers: its sender is not known there, or not shown to be genuine. */
    LINKED,
    /** A machine's answer; kept beside the inquiry, opens nothing. */
    AUTO_REPLY,
    /** Written by a machine by itself, or to many. */
    SET_ASIDE,
    /** One of our messages was not delivered. */
    BOUNCE,
    /** Our own message, come back. */
    LOOP,
    /** Was there before. */
    DUPLICATE
}
