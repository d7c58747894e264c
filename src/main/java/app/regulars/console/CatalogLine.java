package app.regulars.console;

import app.regulars.catalog.ProductRow;
import app.regulars.platform.money.Money;

/**
 * A product in the staff's list.
 *
 * @param from      the lowest price of its variants, or null
 * @param available pieces that can be promised, or null for a product that is not published
 */
public record CatalogLine(ProductRow row, Money from, Integer available, String address) {
}
