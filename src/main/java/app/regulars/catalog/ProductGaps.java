package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.util.List;

/**
 * What the page of a published product lacks.
 *
 * @param gaps "variants", "options", "specifications", "shipping", "text-en", "text-fr", "picture" or "alternative"
 */
public record ProductGaps(String handle, Localized name, List<String> gaps, List<VariantId> variants) {
}
