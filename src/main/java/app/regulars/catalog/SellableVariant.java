package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.util.List;

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
 * @param quantities  in which numbers it is sold
 * @param leadDays    days until it can leave when it is not on the shelf, or null
 * @param inputs      what the customer says herself of the piece that is made for her
 * @param sellable    false when retired, not published, or not for whoever asks
 */
public record SellableVariant(VariantId id, ProductId product, String handle, String sku, Localized name, Localized options, String art,
                              String backdrop, String taxClass, int weightGrams, boolean backorderable, Quantities quantities, Integer leadDays,
                              List<ProductForm.Input> inputs, boolean sellable) {

    /** The options with what the customer said of her piece. */
    public Localized words(Configuration configuration) {
        if (configuration.isEmpty()) {
            return options;
        }
        var said = configuration.words(inputs);
        return new Localized(joined(options == null ? null : options.en(), said.en()), joined(options == null ? null : options.fr(), said.fr()));
    }

    private static String joined(String options, String said) {
        return options == null || options.isBlank() ? said : options + " · " + said;
    }

    /** Whether it cannot be bought without saying something of it. */
    public boolean asks() {
        return inputs.stream().anyMatch(ProductForm.Input::required);
    }

    SellableVariant notForSale() {
        return new SellableVariant(id, product, handle, sku, name, options, art, backdrop, taxClass, weightGrams, backorderable, quantities, leadDays, inputs,
                false);
    }
}
