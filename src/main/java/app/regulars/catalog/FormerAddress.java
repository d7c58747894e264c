package app.regulars.catalog;

import java.time.Instant;

/** Where a product stood until then: whoever asks there is sent on. */
public record FormerAddress(String handle, Instant until) {
}
