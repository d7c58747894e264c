package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import java.time.Instant;

/** A line of the ledger. @param reason "shipped", or what somebody wrote */
public record StockMovement(VariantId variant, Instant at, int difference, String reason) {
}
