package app.regulars.mailroom;

/** A message that nobody here could make sense of, or that is beyond what is read. The reason is a code with a text of its own. */
class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Unreadable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
