package app.regulars.platform;

/** Not there, or not yours: the same answer, so that nobody learns which. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
