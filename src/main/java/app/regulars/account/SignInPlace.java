package app.regulars.account;

import java.time.Instant;
import java.util.UUID;

/**
 * One browser in which somebody is signed in, or that stays signed in.
 *
 * @param browser    "Firefox, Windows"; empty when it did not say
 * @param here       the one before the person
 * @param open       a session lives now
 * @param remembered stays signed in without being asked
 */
public record SignInPlace(UUID id, String browser, Instant since, Instant lastUsed, boolean here, boolean open, boolean remembered) {
}
