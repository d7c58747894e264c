package app.regulars.quoting;

import java.time.Instant;
import java.util.UUID;

/** A quote stands somewhere else now. @param turn how often something had happened to it by then: names the step */
public record QuoteMoved(UUID id, QuoteNumber number, QuoteStatus to, int turn, Instant at) {
}
