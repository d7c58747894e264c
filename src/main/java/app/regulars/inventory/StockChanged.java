package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import java.time.Instant;
import java.util.List;

/** What can be promised of these variants has changed. */
public record StockChanged(List<VariantId> variants, Instant at) {
}
