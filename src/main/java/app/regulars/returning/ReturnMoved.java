package app.regulars.returning;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;

/** A return or complaint took a step, its first one included. */
public record ReturnMoved(ReturnId id, ReturnNumber number, CustomerId customer, ReturnStatus to, Instant at) {
}
