package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;

/** A category as staff describe it. The slug is its key. @param parent the slug of the category above, or null */
public record CategoryForm(String slug, String parent, String backdrop, int position, Localized name, Localized description) {
}
