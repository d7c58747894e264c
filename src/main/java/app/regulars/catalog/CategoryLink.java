package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;

/** The way to a category. */
public record CategoryLink(String slug, Localized name, Localized description, String backdrop, long products) {
}
