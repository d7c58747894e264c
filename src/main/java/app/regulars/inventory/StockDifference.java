package app.regulars.inventory;

import app.regulars.catalog.VariantId;

/**
 * A variant of which the books disagree.
 *
 * @param moved    the sum of the ledger
 * @param placed   the sum over all places
 * @param reserved as the stock's row says
 * @param held     the sum of the reservations that stand
 */
public record StockDifference(VariantId variant, int onHand, long moved, long placed, int reserved, long held) {
}
