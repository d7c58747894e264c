package app.regulars.demo;

import java.time.Instant;
import java.util.List;

/**
 * An order of the demonstration's past, with all that happened to it.
 *
 * @param name        makes it one order however often the loading is begun: "order:maren:12"
 * @param packedAt    null if that did not happen yet; likewise shippedAt and deliveredAt
 * @param tracking    null if it was picked up or has not left
 */
record PlannedOrder(String name, String person, Instant placedAt, List<DemoData.Line> lines, String shipping, String reference, String note,
                    Instant packedAt, Instant shippedAt, Instant deliveredAt, String carrier, String tracking) {
}
