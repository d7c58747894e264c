package app.regulars.account;

import java.security.SecureRandom;

/** Six digits to be typed from a mail. */
final class OneTimeCode {

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {
    }

    static String next() {
        return "%06d".formatted(RANDOM.nextInt(1_000_000));
    }
}
