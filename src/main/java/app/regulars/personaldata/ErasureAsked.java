package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;

/** Somebody is to be forgotten. */
public record ErasureAsked(UUID request, CustomerId customer, Instant at) {
}
