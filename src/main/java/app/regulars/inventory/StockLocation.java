package app.regulars.inventory;

import app.regulars.platform.i18n.Localized;

/** A place where stock lies. @param code short and lasting */
public record StockLocation(String code, Localized name) {
}
