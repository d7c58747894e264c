package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Instant;

/** What somebody orders again and again. @param times in the last year */
public record Usual(VariantId variant, String handle, Localized name, Localized options, String art, String backdrop, Money each, int times, int lastQuantity,
                    Instant lastAt) {

    /** @param each of one piece at another quantity */
    public Usual at(Money each) {
        return new Usual(variant, handle, name, options, art, backdrop, each, times, lastQuantity, lastAt);
    }
}
