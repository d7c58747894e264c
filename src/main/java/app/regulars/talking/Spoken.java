package app.regulars.talking;

import java.time.Instant;

/**
 * A line as both sides see it.
 *
 * @param key  the customer's own where she said it, else empty
 * @param who  "customer", "staff", "joined" where one of us came to the talk, or for staff "taken" where one took it over, with the reason
 * @param name of whoever said it or came
 */
public record Spoken(int n, String key, String who, String name, String text, Instant at) {

    /** Says nothing of what was said. */
    @Override
    public String toString() {
        return "line " + n;
    }
}
