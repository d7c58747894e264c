package app.regulars.returning;

import java.time.Instant;
import java.util.UUID;

/**
 * Which returns; null for any.
 *
 * @param text   part of a return's or an order's number
 * @param before opened earlier than this
 */
public record ReturnFilter(ReturnStatus status, UUID reason, String sku, Instant from, Instant before, String text) {
}
