package app.regulars.platform.security;

/** What was asked for needs a proof from just now; a live page goes and asks for it, and comes back (see {@link StepUp}). */
public class ProofNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofNeeded() {
        super("a fresh proof is needed");
    }
}
