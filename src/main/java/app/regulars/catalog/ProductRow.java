package app.regulars.catalog;

import java.time.Instant;

/** A product in the staff’s list. @param status DRAFT, SCHEDULED, PUBLISHED or RETIRED */
public record ProductRow(ProductId id, String handle, String name, String status, Instant publishedAt, long variants) {
}
