package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** A customer can sign in from this moment on, because the address was shown to be her own, by whichever way; again when an account that was closed is opened anew. */
public record AccountOpened(UUID account, CustomerId customer, Instant at) {
}
