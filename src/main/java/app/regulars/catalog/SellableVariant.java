package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;

/**
 * What other modules need to know of a variant to sell it.
 *
 * @param handle      the product's part of its address, /p/{handle}
 * @param sku         the article number, upper case
 * @param options     the chosen options in words, "1 kg, whole bean"; empty for a product without options
 * @param art         the address of its picture
 * @param backdrop    sand, mist, clay, butter or sage
 * @param taxClass    "basic-grocery" (zero-rated) or "standard"
 * @param weightGrams of one piece, packed
 * @param sellable    false when retired or not published
 */
public record SellableVariant(VariantId id, ProductId product, String handle, String sku, Localized name, Localized options, String art,
                              String backdrop, String taxClass, int weightGrams, boolean backorderable, boolean sellable) {
}
