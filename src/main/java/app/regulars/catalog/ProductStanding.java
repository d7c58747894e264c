package app.regulars.catalog;

import app.regulars.customer.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How a product stands.
 *
 * @param status      DRAFT, SCHEDULED, PUBLISHED or RETIRED
 * @param publishedAt since when, or from when on; null for a draft
 * @param retireAt    when it goes or went; null without an end
 * @param successor   the handle of what takes its place, or null
 * @param groups      the only customers who see it; none for everybody
 * @param before      where it stood, the latest first
 */
public record ProductStanding(ProductId id, String handle, String status, Instant publishedAt, Instant retireAt, String successor, Set<GroupId> groups,
                              List<FormerAddress> before) {
}
