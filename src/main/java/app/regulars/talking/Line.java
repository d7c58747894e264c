package app.regulars.talking;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * What was said in a talk, or who came to it.
 *
 * @param n     ascending within the talk
 * @param key   the sender's own
 * @param staff who of us, or null for the customer
 * @param text  empty where somebody came; why, where she took it over
 */
record Line(int n, String key, Who who, StaffId staff, String text, Instant at) {

    enum Who {
        CUSTOMER, STAFF, JOINED,
        /** Somebody took it over from a colleague; the text says why, to staff only. */
        TAKEN
    }

    /** Says nothing of what was said. */
    @Override
    public String toString() {
        return "line " + n;
    }
}
