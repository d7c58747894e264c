package app.regulars.pricing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A price list as one of many. @param prices how many lines it has */
public record PriceListRow(UUID id, String name, boolean active, Instant from, Instant until, long prices, List<NamedAudience> audiences) {
}
