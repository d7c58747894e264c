package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;
import java.util.List;

/**
 * A product as one of many.
 *
 * @param variant     the one that is shown first: its price stands on the card
 * @param only        whether there is no other variant, so that it can be bought from the card
 * @param words       the options of that variant, "1 kg, whole bean"
 * @param choices     all variants, the first included
 */
public record ProductCard(ProductId id, String handle, Localized name, Localized tagline, String art, Localized artAlt, String backdrop,
                          VariantId variant, boolean only, Localized words, ProductForm.Unit unit, boolean backorderable, List<Choice> choices, Instant publishedAt) {

    /** One variant of it. @param asks whether it cannot be bought without saying something of it */
    public record Choice(VariantId variant, Localized words, ProductForm.Unit unit, boolean backorderable, Quantities quantities, boolean asks) {

        /** Sold in any number, as it is. */
        public Choice(VariantId variant, Localized words, ProductForm.Unit unit, boolean backorderable) {
            this(variant, words, unit, backorderable, Quantities.ANY, false);
        }
    }
}
