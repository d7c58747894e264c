package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.util.List;

/** A category with those above it (the top first) and directly below it. @param products how many published ones it holds, those of its children included */
public record CategoryPage(String slug, Localized name, Localized description, String backdrop, List<CategoryLink> above, List<CategoryLink> below,
                           long products) {
}
