package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
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
                          VariantId variant, boolean only, Localized words, ProductForm.Unit unit, boolean backorderable, List<Choice> choices) {

    /** One variant of it. */
    public record Choice(VariantId variant, Localized words, ProductForm.Unit unit, boolean backorderable) {
    }
}
