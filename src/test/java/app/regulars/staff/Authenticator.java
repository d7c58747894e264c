package app.regulars.staff;

import java.time.Instant;

/** Somebody's phone: knows the secret that a page has shown, and tells a code that was not used yet. */
public final class Authenticator {

    private final byte[] secret;
    private long used;

    /** @param shown in groups of four letters */
    public Authenticator(String shown) {
        this.secret = TimeCodes.bytes(shown.replaceAll("\\s", ""));
    }

    /** The code of now, or of the next half minute where that of now was used. */
    public String code() {
        used = Math.max(TimeCodes.step(Instant.now()) - 1, used + 1);
        return TimeCodes.code(secret, used);
    }

    /** The code that was told last, once more. */
    public String again() {
        return TimeCodes.code(secret, used);
    }
}
