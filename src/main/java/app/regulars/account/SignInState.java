package app.regulars.account;

import java.time.Instant;

/**
 * @param signsIn whether there is an account that is open
 * @param last    the last sign-in; null when never
 */
public record SignInState(boolean signsIn, Instant last) {
}
